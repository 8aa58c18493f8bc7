-- When was something last added to the store?
SELECT max(load) AS version, max(loaded_at) AS loaded_at FROM loads;
