/**
 * Adds the hashes of new table vintages, questionnaire versions, dated parameters and scope rules to `scoring/released.json`.
 * Refuses (exit 1) when something already released was changed or removed: add a new vintage, version or date beside it instead.
 * Usage: npm run data:release [-- --check]
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkRelease, hashesNow, type Released, releasedSchema } from '../scoring/released.ts';

const file = fileURLToPath(new URL('../scoring/released.json', import.meta.url));
const released: Released = existsSync(file)
  ? releasedSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  : { reference: {}, instruments: {}, parameters: {}, scopes: {}, retired: {} };
const now = hashesNow();
const { added, changed, gone } = checkRelease(released, now);

for (const key of changed) console.error(`${key} was released and has been edited since. Restore it and add a new one beside it.`);
for (const key of gone) console.error(`${key} was released and is missing. Restore it.`);
if (changed.length + gone.length > 0) process.exit(1);
for (const key of added) console.log(`+ ${key}`);
if (added.length === 0) console.log('Nothing new to release.');
else if (process.argv.includes('--check')) process.exit(1);
else writeFileSync(file, `${JSON.stringify(sorted({ ...now, retired: released.retired }), null, 2)}\n`);

function sorted(all: Released): Released {
  const byKey = (part: Record<string, string>) => Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    reference: byKey(all.reference),
    instruments: byKey(all.instruments),
    parameters: byKey(all.parameters),
    scopes: byKey(all.scopes),
    retired: byKey(all.retired),
  };
}
