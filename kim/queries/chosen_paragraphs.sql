-- What stands in these paragraphs, and of which documents are they? The two lists belong together, paragraph by paragraph.
WITH chosen AS (SELECT unnest($sources::VARCHAR[]) AS source, unnest($numbers::BIGINT[]) AS paragraph)
SELECT source, paragraph.paragraph, paragraph.text, document.title
FROM chosen
JOIN paragraphs AS paragraph USING (source, paragraph)
JOIN sources AS document USING (source)
ORDER BY source, paragraph.paragraph;
