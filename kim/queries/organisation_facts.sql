-- Which statement that names each of these organisations is the newest, and how many do there are?
-- Needs: as_of (kim/as_of.sql).
WITH naming AS (
    SELECT 'carriers' AS fact_table, unnest([organisation, counterpart]) AS organisation, fact, region, held_from_earliest
    FROM kim.as_of('carriers', $held_on::DATE, $known_on::TIMESTAMP)
    UNION ALL
    SELECT 'positions', unnest([employer, workplace]), fact, region, held_from_earliest
    FROM kim.as_of('positions', $held_on::DATE, $known_on::TIMESTAMP)
    UNION ALL
    SELECT 'funding', unnest([payer, recipient]), fact, region, held_from_earliest
    FROM kim.as_of('funding', $held_on::DATE, $known_on::TIMESTAMP)
    UNION ALL
    SELECT 'bodies', host, fact, region, held_from_earliest
    FROM kim.as_of('bodies', $held_on::DATE, $known_on::TIMESTAMP)
),
named AS (
    SELECT DISTINCT * FROM naming WHERE list_contains($organisations::VARCHAR[], organisation)
)
SELECT organisation, fact_table, fact, region, count(*) OVER (PARTITION BY organisation) AS facts
FROM named
QUALIFY row_number() OVER (PARTITION BY organisation ORDER BY held_from_earliest DESC NULLS LAST, fact_table, fact) = 1
ORDER BY organisation;
