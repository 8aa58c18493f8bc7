-- A statement without a day of its own held from the day of its document.
SET held_from = first_day(documents.date)
FROM draft.sources AS documents
WHERE documents.source = statements.source AND statements.held_from IS NULL;
