-- A statement without a day of its own held from the day of its document.
-- Needs: statements (the table that is updated, etl/pipeline/derive.py); first_day (macros.sql).
SET held_from = first_day(documents.date)
FROM draft.sources AS documents
WHERE documents.source = statements.source AND statements.held_from IS NULL;
