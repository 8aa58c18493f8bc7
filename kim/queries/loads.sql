-- When was something first and last added to the store?
SELECT max(load) AS version, max(loaded_at) AS loaded_at, min(loaded_at) AS first_loaded_at FROM loads;
