import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Measure, printMeasure } from './measure';

const measures: Record<string, () => Promise<Measure[]>> = {
  'score-10k': async () => (await import('./score-10k')).score10k(),
  'score-100k': async () => (await import('./score-100k')).score100k(),
  'propagate-1m': async () => (await import('./propagate-1m')).propagate1m(),
  'place-10k': async () => (await import('./place-10k')).place10k(),
  'propagate-beside': async () => (await import('./propagate-beside')).propagateBeside(),
  'import-10k': async () => (await import('./import-rows')).import10k(),
  'import-100k': async () => (await import('./import-rows')).import100k(),
  'first-proposal': async () => (await import('./first-proposal')).firstProposal(),
  'import-memory': async () => (await import('./import-memory')).importMemory(),
  'graph-layout': async () => (await import('./graph-layout')).graphLayout(),
  'graph-pan': async () => (await import('./graph-pan')).graphPan(),
  'list-10k': async () => (await import('./list')).list10k(),
  'invite-1k': async () => (await import('./invite-1k')).invite1k(),
  'save-answer': async () => (await import('./save-answer')).saveAnswer(),
  'what-if-10k': async () => (await import('./what-if-10k')).whatIf10k(),
  'list-100k': async () => (await import('./list')).list100k(),
  'world-pan': async () => (await import('./world-pan')).worldPan(),
  'map-10k': async () => (await import('./map-10k')).map10k(),
  portfolio: async () => (await import('./portfolio')).portfolio(),
  'report-audit': async () => (await import('./report-audit')).reportAudit(),
  'open-recorder': async () => (await import('./open-recorder')).openRecorder(),
  'personal-data': async () => (await import('./personal-data')).personalData(),
  'bare-route': async () => (await import('./list')).bareRoute(),
};

// `npm run bench` runs every measure, `npm run bench -- NAME` one; `--json` prints one line a measure. It prints; it never fails.
// A line a request would hide what is measured, and be measured with it.
process.env.LOG_LEVEL ??= 'warn';

const asJson = process.argv.includes('--json');
const names = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const unknown = names.filter((name) => !(name in measures));
if (unknown.length > 0) {
  console.error(`No such measure: ${unknown.join(', ')}. There are: ${Object.keys(measures).join(', ')}.`);
  process.exit(2);
}
const wanted = Object.keys(measures).filter((name) => names.length === 0 || names.includes(name));
for (const name of wanted) {
  if (!asJson && wanted.length === 1) console.log(`measuring ${name}…`);
  // Each in a process of its own: the settings, and with them the database, are read once a process.
  if (wanted.length > 1)
    spawnSync(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), name, ...(asJson ? ['--json'] : [])], {
      stdio: 'inherit',
    });
  else for (const measure of (await measures[name]?.()) ?? []) printMeasure(measure, asJson);
}
process.exit(0);
