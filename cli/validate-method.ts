/**
 * Validates the method: how well its figures, without the list of goods as input, rank what the list names; whether its intervals hold; how
 * steady its ranks are. Prints the report; exit code 2 when it is called wrongly.
 * Usage: npm run validate:method [-- --json] [--compare FOLDER]... [--list "TITLE=FILE"]... [--as-of DAY] [--write]
 *   --compare  ranks by tables of a folder too, which the project does not hold; only the resulting areas are kept
 *   --list     scores a real list of suppliers by method 2, which is not kept either: its title, hash and figures are
 *   --write    publishes the report as scoring/validation/report.json and the targets of method 2 as targets/targets.json, and its figures in docs/method.md. Areas of compared tables stay
 *              while our country figures and the list are the same; figures of lists stay until the list is given again
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { latestInputDay } from '../scoring/validation/inputs.ts';
import { comparisonHash, compareTables, makeValidationReport } from '../scoring/validation/make-report.ts';
import { type Compared, validationReportSchema } from '../scoring/validation/schema.ts';
import { readFolder } from './validate/held-tables.ts';
import { measureTargets } from './validate/measure-targets.ts';
import { printReport } from './validate/print-report.ts';
import { printTargets } from './validate/print-targets.ts';
import { paperWith } from './validate/write-paper.ts';

const file = fileURLToPath(new URL('../scoring/validation/report.json', import.meta.url));
const paperFile = fileURLToPath(new URL('../docs/method.md', import.meta.url));
const targetsFile = fileURLToPath(new URL('../scoring/validation/targets/targets.json', import.meta.url));

try {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      compare: { type: 'string', multiple: true, default: [] },
      list: { type: 'string', multiple: true, default: [] },
      'as-of': { type: 'string' },
    },
  });
  const asOf = values['as-of'] ?? latestInputDay();
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf)) throw new Error(`--as-of takes a day such as 2026-06-20, not ${asOf}`);
  if (values.write && values['as-of'] !== undefined) throw new Error('--write publishes the newest method: leave out --as-of');
  const read = values.compare.map((folder) => ({ folder, ...readFolder(folder, asOf) }));
  for (const { folder, tables, passedOver } of read)
    console.error(`${folder}: ${tables.length} tables read, ${passedOver.length} files or series passed over`);
  const made = makeValidationReport(asOf);
  const tables = read.flatMap((each) => each.tables);
  const compared = tables.length > 0 ? compareTables(tables, asOf) : keptFrom(comparisonHash(asOf));
  const report = validationReportSchema.parse({ ...made, compared });
  const targets = await measureTargets(asOf, values.list, targetsFile);
  if (values.write) {
    writeFileSync(file, `${JSON.stringify(report, null, 1)}\n`);
    writeFileSync(targetsFile, `${JSON.stringify(targets, null, 1)}\n`);
    writeFileSync(paperFile, paperWith(readFileSync(paperFile, 'utf8'), targets));
    console.error(`written to ${file}, ${targetsFile} and ${paperFile}`);
  }
  console.log(values.json ? JSON.stringify({ ...report, targets }, null, 2) : `${printReport(report)}\n\n${printTargets(targets)}`);
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exitCode = 2;
}

/** The published areas of compared tables, while what stands on our side is still the same; null otherwise. */
function keptFrom(hash: string): Compared | null {
  if (!existsSync(file)) return null;
  const before = validationReportSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  const kept = before.success ? before.data.compared : null;
  if (kept === null) return null;
  if (kept.oursHash === hash) return kept;
  console.error('the areas of compared tables are of an older method and were left out: run again with --compare');
  return null;
}
