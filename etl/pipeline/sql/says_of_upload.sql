-- What does an upload say? All its rows, those that change nothing too: they hold when an older load is withdrawn.
-- Needs: incoming (view, etl/pipeline/merge.py).
CREATE OR REPLACE TEMP VIEW says AS
SELECT *, false AS retracted FROM incoming;
