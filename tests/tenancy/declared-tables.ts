import { globalTables } from '~/access/global-tables';
import { readPart } from '../../prisma/baseline';
import { readSchema } from '../../prisma/schema-engine';

export type Access = 'read-write' | 'append-only' | 'database-written';

/** The tables of organizations by schema.prisma: all but the global ones. */
export const tablesOfSchema = (): string[] =>
  readSchema()
    .flatMap(({ content }) => [...content.matchAll(/^model (\w+)/gm)].map(([, name]) => name ?? ''))
    .filter((name) => !(name in globalTables))
    .sort();

/** The lines of prisma/sql/tenant-tables.sql. */
export const declaredTables: readonly { name: string; access: Access }[] = [
  ...readPart('tenant-tables.sql').matchAll(/^SELECT tenant_table\('"(\w+)"', '(read-write|append-only|database-written)'\);$/gm),
].map(([, name = '', access]) => ({ name, access: access as Access }));

/** Tables whose rows are only added and read. */
export const appendOnly: ReadonlySet<string> = new Set(
  declaredTables.flatMap(({ name, access }) => (access === 'append-only' ? name : [])),
);
