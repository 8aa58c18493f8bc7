-- Which words of the version are names of places? What many places have in their names ("Kreis") is none.
SELECT spelled FROM kim.search_words WHERE is_name ORDER BY spelled;
