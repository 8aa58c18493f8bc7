-- How a statement stands against the text of its document.
-- Needs: statements (the table that is updated, etl/pipeline/derive.py).
SET proof = CASE WHEN contains(paragraphs.text, statements.anchor) THEN 'proven' ELSE 'contradicted' END
FROM draft.paragraphs AS paragraphs
WHERE paragraphs.source = statements.source AND paragraphs.paragraph = statements.paragraph;
