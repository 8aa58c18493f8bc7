-- What was decided about the chosen places, and what of it was rescinded again? As kim.told for decisions, with two ends:
-- of a rescinded decision `rescinded_by` (key of the fact that says so), its day, whether it is sure, and certain on the day
-- asked for; of what rescinds one, key and day of the other (`rescinded_fact`, `rescinded_date`). A statement names the other
-- one by subject or key. `fact_table` is 'decisions': a macro that names a table itself cannot be made beside a version without it.
-- Needs: told (kim/told.sql).
CREATE OR REPLACE MACRO kim.decided(fact_table, held_on, known_before, chosen) AS TABLE
WITH
decision AS (
    SELECT *, lpad(lower(hex(fact)), 16, '0') AS own_key FROM kim.told(fact_table, held_on, known_before, chosen)
),
pair AS (
    SELECT
        old.own_key AS old, old.date AS old_date, old.held_from_earliest AS old_from,
        new.own_key AS new, new.date AS new_date, new.held_from_earliest AS new_from,
        new.is_read_from_text AND new.basis <> 'claimed' AS is_sure, new.is_certain
    FROM decision AS new
    JOIN decision AS old ON old.region = new.region AND old.own_key <> new.own_key AND old.kind <> 'rescinded'
    WHERE coalesce(old.held_from_earliest <= new.held_from_latest, true)
        AND (
            new.rescinds = old.own_key
            OR old.kind = 'decided'
                AND coalesce(new.rescinds, CASE new.kind WHEN 'rescinded' THEN new.subject END) = old.subject
        )
),
ended AS (
    SELECT
        old AS own_key,
        first(new ORDER BY new_from DESC NULLS LAST, new) AS rescinded_by,
        first(new_date ORDER BY new_from DESC NULLS LAST, new) AS rescinded_on,
        first(is_sure ORDER BY new_from DESC NULLS LAST, new) AS is_rescission_sure,
        first(is_certain ORDER BY new_from DESC NULLS LAST, new) AS is_rescission_certain
    FROM pair GROUP BY old
),
ending AS (
    SELECT
        new AS own_key,
        first(old ORDER BY old_from DESC NULLS LAST, old) AS rescinded_fact,
        first(old_date ORDER BY old_from DESC NULLS LAST, old) AS rescinded_date
    FROM pair GROUP BY new
)
SELECT decision.* EXCLUDE (own_key), ended.* EXCLUDE (own_key), ending.* EXCLUDE (own_key)
FROM decision LEFT JOIN ended USING (own_key) LEFT JOIN ending USING (own_key);
