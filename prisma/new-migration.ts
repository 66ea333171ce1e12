import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startDatabase } from './embedded';
import { migrate } from './migrate';
import { diffFromSchema } from './schema-engine';

const reminder = `-- Read this before committing. The engine sees tables, columns, keys and indexes only. By hand, in this file:
-- a new tenant table's ENABLE and FORCE ROW LEVEL SECURITY, policy and grants; CHECKs; data moves between NO FORCE and FORCE.
`;

/** `npm run db:migration NAME`: a new folder with the SQL that turns all migrations so far into schema.prisma. */
async function writeMigration(name: string | undefined): Promise<void> {
  if (name === undefined || !/^[a-z]+(?:[-_][a-z0-9]+)+$/.test(name))
    throw new Error('Name the change as verb-noun: npm run db:migration add-evidence-grade');
  const dataDir = mkdtempSync(join(tmpdir(), 'manumit-migration-'));
  const database = await startDatabase({ dataDir, say: () => {}, settings: ['fsync=off'] });
  try {
    await migrate(database.url);
    const sql = await diffFromSchema(database.url);
    if (sql === null) {
      console.log('schema.prisma says nothing that the migrations do not.');
      return;
    }
    const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
    const folder = fileURLToPath(new URL(`./migrations/${stamp}_${name.replaceAll('-', '_')}`, import.meta.url));
    mkdirSync(folder);
    writeFileSync(join(folder, 'migration.sql'), `${reminder}\n${sql}\n`);
    console.log(`Wrote ${folder}/migration.sql: read and complete it.`);
  } finally {
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

writeMigration(process.argv[2]).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
