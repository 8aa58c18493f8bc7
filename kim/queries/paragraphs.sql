-- What are the paragraphs of one document, where its text is at hand?
SELECT paragraph, text FROM paragraphs WHERE source = $source ORDER BY paragraph;
