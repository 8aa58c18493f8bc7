-- The record of a version: every load so far, the files that each of them brought and what it did to each table.
CREATE TABLE draft.loads (
    load INTEGER, loaded_at TIMESTAMP, kind VARCHAR, subject VARCHAR, about INTEGER, receipt VARCHAR
);
CREATE TABLE draft.load_parts (
    load INTEGER, table_name VARCHAR, file VARCHAR, size BIGINT, sha256 VARCHAR, rows_sha256 VARCHAR
);
CREATE TABLE draft.load_changes (
    load INTEGER, table_name VARCHAR, said BIGINT, added BIGINT, retracted BIGINT
);
