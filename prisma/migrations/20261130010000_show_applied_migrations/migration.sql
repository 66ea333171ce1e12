-- /readyz says whether the database is of the version that asks: the app's role reads which migrations are applied, and nothing else of them (their logs may quote data).
-- The table is made before the first migration; a database that is only compared with the schema has none.
DO $$
BEGIN
  IF to_regclass('public._prisma_migrations') IS NOT NULL THEN
    GRANT SELECT (migration_name, finished_at, rolled_back_at) ON "_prisma_migrations" TO manumit_app;
  END IF;
END $$;
