import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeBaseline } from './baseline';
import { baselineName } from './baseline-name';
import { migrationsFolder } from './migration-names';
import { withTemporaryDatabase } from './temporary-database';

// `npm run db:baseline`: writes the baseline migration again, after a change of schema.prisma or prisma/sql. Only until the first release.
const sql = await withTemporaryDatabase(writeBaseline);
const folder = join(migrationsFolder, baselineName);
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'migration.sql'), sql);
console.log(`Wrote ${folder}/migration.sql.`);
