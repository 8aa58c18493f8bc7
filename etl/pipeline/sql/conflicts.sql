-- Which new or changed rows of an upload say of the same thing on the same day another value than another source does?
-- Needs: rivals (view, etl/pipeline/compare.py); comparison (comparison.sql).
SELECT mine.fact, other.fact AS other
FROM rivals AS mine
JOIN rivals AS other ON
    other.subject = mine.subject AND other.source <> mine.source AND other.value <> mine.value
WHERE mine.fact IN (SELECT fact FROM comparison WHERE state <> 'same')
ORDER BY mine.fact, other.source, other.fact
LIMIT $most;
