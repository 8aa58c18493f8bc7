-- Was a statement held against the text of its document? Those of data/ are wherever the text was read in full; any
-- other is where the text is at hand and proves it.
CREATE OR REPLACE MACRO kim.is_read_from_text(text_sha256, stated_by, proof) AS
    proof = 'proven'
    OR (text_sha256 IS NOT NULL AND stated_by IN (SELECT loads.load FROM loads WHERE loads.kind = 'data'));
