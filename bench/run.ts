import { type Measure, printMeasure } from './measure';

const measures: Record<string, () => Promise<Measure[]>> = {
  'score-10k': async () => (await import('./score-10k')).score10k(),
  'import-10k': async () => (await import('./import-10k')).import10k(),
  'list-10k': async () => (await import('./list-10k')).list10k(),
  'bare-route': async () => (await import('./list-10k')).bareRoute(),
};

// `npm run bench` runs every measure, `npm run bench -- NAME` one; `--json` prints one line a measure. It prints; it never fails.
const asJson = process.argv.includes('--json');
const names = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const unknown = names.filter((name) => !(name in measures));
if (unknown.length > 0) {
  console.error(`No such measure: ${unknown.join(', ')}. There are: ${Object.keys(measures).join(', ')}.`);
  process.exit(2);
}
for (const [name, run] of Object.entries(measures)) {
  if (names.length > 0 && !names.includes(name)) continue;
  if (!asJson) console.log(`measuring ${name}…`);
  for (const measure of await run()) printMeasure(measure, asJson);
}
process.exit(0);
