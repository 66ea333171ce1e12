import type pg from 'pg';

export type Column = { name: string; type: string; isRequired: boolean; hasDefault: boolean; defaultText: string | null };
export type ForeignKey = { name: string; columns: string[]; toTable: string; toColumns: string[]; onDelete: string };
export type Table = {
  name: string;
  columns: Column[];
  primaryKey: string[];
  foreignKeys: ForeignKey[];
  isEnabled: boolean;
  isForced: boolean;
};
export type Policy = {
  table: string;
  name: string;
  permissive: string;
  roles: string[];
  command: string;
  using: string | null;
  withCheck: string | null;
};

/** All tables of the schema `public` with columns, keys and guards, as in the catalogue. */
export async function readTables(client: pg.Client): Promise<Map<string, Table>> {
  const tables = await client.query<{ oid: number; name: string; isEnabled: boolean; isForced: boolean }>(
    `SELECT oid, relname AS name, relrowsecurity AS "isEnabled", relforcerowsecurity AS "isForced"
     FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') ORDER BY relname`,
  );
  const columns = await client.query<Column & { oid: number }>(
    `SELECT a.attrelid AS oid, a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS "isRequired",
       a.atthasdef AS "hasDefault", pg_get_expr(d.adbin, d.adrelid) AS "defaultText"
     FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
     WHERE a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attrelid, a.attnum`,
  );
  const constraints = await client.query<{
    oid: number;
    name: string;
    kind: string;
    columns: string[];
    toTable: string | null;
    toColumns: string[] | null;
    onDelete: string;
  }>(
    `SELECT c.conrelid AS oid, c.conname AS name, c.contype AS kind, c.confdeltype AS "onDelete", r.relname AS "toTable",
       (SELECT array_agg(a.attname::text ORDER BY k.n) FROM unnest(c.conkey) WITH ORDINALITY k(num, n)
          JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.num) AS columns,
       (SELECT array_agg(a.attname::text ORDER BY k.n) FROM unnest(c.confkey) WITH ORDINALITY k(num, n)
          JOIN pg_attribute a ON a.attrelid = c.confrelid AND a.attnum = k.num) AS "toColumns"
     FROM pg_constraint c LEFT JOIN pg_class r ON r.oid = c.confrelid
     WHERE c.connamespace = 'public'::regnamespace AND c.contype IN ('p', 'f') ORDER BY c.conname`,
  );
  return new Map(
    tables.rows.map(({ oid, name, isEnabled, isForced }) => {
      const own = constraints.rows.filter((constraint) => constraint.oid === oid);
      return [
        name,
        {
          name,
          isEnabled,
          isForced,
          columns: columns.rows.filter((column) => column.oid === oid),
          primaryKey: own.find(({ kind }) => kind === 'p')?.columns ?? [],
          foreignKeys: own
            .filter(({ kind }) => kind === 'f')
            .map((key) => ({
              name: key.name,
              columns: key.columns,
              toTable: key.toTable ?? '',
              toColumns: key.toColumns ?? [],
              onDelete: key.onDelete,
            })),
        },
      ];
    }),
  );
}

export async function readPolicies(client: pg.Client): Promise<Policy[]> {
  const { rows } = await client.query<Policy>(
    `SELECT tablename AS table, policyname AS name, permissive, roles::text[] AS roles, cmd AS command, qual AS using, with_check AS "withCheck"
     FROM pg_policies WHERE schemaname = 'public' ORDER BY tablename, policyname`,
  );
  return rows;
}
