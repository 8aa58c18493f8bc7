-- How many entries can be searched? None in a version that an earlier program made.
SELECT count(*) AS entries FROM kim.search_entries;
