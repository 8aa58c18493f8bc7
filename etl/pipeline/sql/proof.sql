-- How a statement stands against the text of its document.
SET proof = CASE WHEN contains(paragraphs.text, statements.anchor) THEN 'proven' ELSE 'contradicted' END
FROM draft.paragraphs AS paragraphs
WHERE paragraphs.source = statements.source AND paragraphs.paragraph = statements.paragraph;
