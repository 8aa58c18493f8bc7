-- Which loads count, and to which layer do they belong? Loads of data/ follow each other in layer 0.
CREATE OR REPLACE TEMP TABLE layers AS
WITH last_decision AS (
    SELECT about, arg_max(kind, load) AS kind FROM draft.loads GROUP BY about
)
SELECT
    stated.load,
    CASE stated.kind WHEN 'data' THEN 0 ELSE stated.load END AS layer,
    coalesce(last_decision.kind <> 'withdrawal', true) AS counts
FROM draft.loads AS stated LEFT JOIN last_decision ON last_decision.about = stated.load
WHERE stated.kind IN ('data', 'upload');
