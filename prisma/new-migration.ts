import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrate } from './migrate';
import { migrationsFolder } from './migration-names';
import { diffFromSchema } from './schema-engine';
import { withTemporaryDatabase } from './temporary-database';

const reminder = `-- Read this before committing. The engine sees tables, columns, keys and indexes only. By hand, in this file:
-- SELECT tenant_table('"Table"', 'read-write' | 'append-only' | 'database-written') for each new table of an organization;
-- further policies and grants; functions and triggers; CHECKs; data moves between NO FORCE and FORCE.
-- Write the same into prisma/sql: tests/database/baseline.db.test.ts compares both.
`;

/** `npm run db:migration NAME`: a new folder with the SQL that turns all migrations so far into schema.prisma. */
async function writeMigration(name: string | undefined): Promise<void> {
  if (name === undefined || !/^[a-z]+(?:[-_][a-z0-9]+)+$/.test(name))
    throw new Error('Name the change as verb-noun: npm run db:migration add-evidence-grade');
  await withTemporaryDatabase(async (url) => {
    await migrate(url);
    const sql = await diffFromSchema(url);
    if (sql === null) {
      console.log('schema.prisma says nothing that the migrations do not.');
      return;
    }
    const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
    const folder = join(migrationsFolder, `${stamp}_${name.replaceAll('-', '_')}`);
    mkdirSync(folder);
    writeFileSync(join(folder, 'migration.sql'), `${reminder}\n${sql}\n`);
    console.log(`Wrote ${folder}/migration.sql: read and complete it.`);
  });
}

writeMigration(process.argv[2]).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
