/**
 * Measures the method by its seven targets: known situations, separation of real lists, known cases, the List of Goods, the ILO's totals, sensitivity and
 * coverage of intervals. Prints the result; exit code 2 when it is called wrongly.
 * Usage: npm run validate:method [-- --json] [--list "TITLE=FILE"]... [--as-of DAY] [--write]
 *   --list     scores a real list of suppliers. The list is not kept: its title, hash and figures are
 *   --write    publishes the figures as scoring/validation/targets/targets.json and in docs/method.md. Figures of lists stay until the list is given again
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { latestInputDay } from '../scoring/validation/inputs.ts';
import { measureTargets } from './validate/measure-targets.ts';
import { printTargets } from './validate/print-targets.ts';
import { paperWith } from './validate/write-paper.ts';

const paperFile = fileURLToPath(new URL('../docs/method.md', import.meta.url));
const targetsFile = fileURLToPath(new URL('../scoring/validation/targets/targets.json', import.meta.url));

try {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      list: { type: 'string', multiple: true, default: [] },
      'as-of': { type: 'string' },
    },
  });
  const asOf = values['as-of'] ?? latestInputDay();
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf)) throw new Error(`--as-of takes a day such as 2026-06-20, not ${asOf}`);
  if (values.write && values['as-of'] !== undefined) throw new Error('--write publishes the newest figures: leave out --as-of');
  const targets = await measureTargets(asOf, values.list, targetsFile);
  if (values.write) {
    writeFileSync(targetsFile, `${JSON.stringify(targets, null, 1)}\n`);
    writeFileSync(paperFile, paperWith(readFileSync(paperFile, 'utf8'), targets));
    console.error(`written to ${targetsFile} and ${paperFile}`);
  }
  console.log(values.json ? JSON.stringify(targets, null, 2) : printTargets(targets));
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exitCode = 2;
}
