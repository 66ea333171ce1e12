-- Before the tables: an index of Party uses its operator class.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
