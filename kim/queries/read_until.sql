-- Until when do the documents reach that were read about each of the chosen places (AGS)?
-- One row per place of which a document was read, without a day where none of them has a last one; figures of places alone do not count.
-- Needs: as_of (kim/as_of.sql); with_predecessors (kim/with_predecessors.sql).
SELECT
    statement.region,
    arg_max(source.date, edtf_days(source.date).last) FILTER (edtf_days(source.date).last IS NOT NULL) AS read_until
FROM kim.as_of('facts', NULL::DATE, $known_on::TIMESTAMP) AS statement
JOIN sources AS source USING (source)
WHERE statement.fact_table <> 'indicators' AND statement.region IN (FROM kim.with_predecessors($regions))
GROUP BY statement.region
ORDER BY statement.region;
