import { readdirSync, readFileSync } from 'node:fs';

/** `isolated`: files that replace a module or change the environment for good, and must not share modules with other files. */
type Group = { together: string[]; isolated: string[] };

const folders = ['app', 'scoring', 'prisma', 'server', 'cli', 'bench', 'tests'];
/** Whether slow tests are run too (`npm run test:thorough`). */
export const isThorough = process.env.THOROUGH === '1';
const needsIsolation = /\bvi\.(mock|doMock|resetModules)\(|\bprocess\.env\.\w+ = |Object\.assign\(process\.env\b/;

/** Every test file of Vitest, by what it needs. A file that needs the database is named `*.db.test.ts`, one that only THOROUGH=1 runs `*.thorough.test.ts`. */
export function findTests(): { unit: Group; database: Group } {
  const files = folders
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`))
    .filter((file) => /\.test\.tsx?$/.test(file) && !file.includes('node_modules/'))
    .filter((file) => isThorough || !/\.thorough\./.test(file))
    .sort();
  const group = (database: boolean): Group => {
    const members = files.filter((file) => /\.db\.test\.tsx?$/.test(file) === database);
    const isolated = members.filter((file) => needsIsolation.test(readFileSync(file, 'utf8')));
    return { together: members.filter((file) => !isolated.includes(file)), isolated };
  };
  return { unit: group(false), database: group(true) };
}
