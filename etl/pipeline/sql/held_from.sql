-- A statement without a day of its own held from some day between those of its document.
-- Needs: statements (the table that is updated, etl/pipeline/derive.py); papers (papers.sql).
SET held_from_earliest = CASE
        WHEN statements.held_from_latest IS NULL THEN coalesce(statements.held_from_earliest, papers.earliest)
        ELSE statements.held_from_earliest
    END,
    held_from_latest = coalesce(
        statements.held_from_latest, greatest(statements.held_from_earliest, papers.latest)
    )
FROM papers
WHERE papers.source = statements.source AND statements.held_from_latest IS NULL;
