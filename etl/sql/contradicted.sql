-- Which new rows does the text of their document contradict, and how?
SELECT
    staged.fact, staged.source, staged.paragraph, staged.anchor,
    (SELECT count(*) FROM main.paragraphs AS counted WHERE counted.source = staged.source) AS paragraphs,
    paragraph.text IS NULL AS is_missing
FROM query_table($staged) AS staged
LEFT JOIN main.paragraphs AS paragraph
    ON paragraph.source = staged.source AND paragraph.paragraph = staged.paragraph
WHERE staged.source IN (SELECT source FROM main.paragraphs)
    AND (paragraph.text IS NULL OR NOT contains(paragraph.text, staged.anchor))
ORDER BY staged.source, staged.paragraph, staged.fact;
