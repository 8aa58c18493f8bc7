-- Which documents are these?
SELECT * FROM sources WHERE source IN (SELECT unnest($sources::VARCHAR[])) ORDER BY source;
