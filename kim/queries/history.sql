-- What was ever loaded, by whom, from which files, and what did it do? One row per load and table or file, the newest load first.
SELECT
    loads.load, loads.loaded_at, loads.kind, loads.subject, loads.about,
    table_name, file, size, sha256,
    coalesce(said, 0) AS said, coalesce(added, 0) AS added, coalesce(retracted, 0) AS retracted,
    loads.kind = 'upload' AND coalesce(
        (SELECT arg_max(later.kind, later.load) FROM loads AS later WHERE later.about = loads.load) = 'withdrawal',
        false
    ) AS is_withdrawn
FROM loads
LEFT JOIN (load_changes AS changes FULL JOIN load_parts AS parts USING (load, table_name)) USING (load)
ORDER BY loads.load DESC, table_name;
