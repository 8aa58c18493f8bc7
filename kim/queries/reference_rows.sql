-- What does a reference table hold now?
FROM query_table($table) ORDER BY ALL;
