-- Which loaded rows does the text of their document contradict, and how?
-- Needs: rows (what is loaded of a file, etl/pipeline/verify.py).
SELECT
    rows.row, rows.source, rows.paragraph, rows.anchor,
    (SELECT count(*) FROM draft.paragraphs AS counted WHERE counted.source = rows.source) AS paragraphs,
    paragraph.text IS NULL AS is_missing
FROM rows
LEFT JOIN draft.paragraphs AS paragraph
    ON paragraph.source = rows.source AND paragraph.paragraph = rows.paragraph
WHERE rows.source IN (SELECT source FROM draft.paragraphs)
    AND (paragraph.text IS NULL OR NOT contains(paragraph.text, rows.anchor))
ORDER BY rows.row;
