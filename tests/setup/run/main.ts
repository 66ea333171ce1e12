import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildApp, generate } from '../../../server/build-app';
import { provideChromium } from '../find-chromium';
import { type Quick, chooseQuick } from './quick';
import { results, runPlaywright, runVitest } from './runners';
import { startTestServer, withDatabase } from './server';
import { Summary } from './summary';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: { quick: { type: 'boolean' }, thorough: { type: 'boolean' }, e2e: { type: 'boolean' }, base: { type: 'string' } },
});
const args = process.argv
  .slice(2)
  .filter((argument) => !/^--(quick|thorough|e2e)$|^--base(=|$)/.test(argument) && argument !== values.base);
const secret = process.env.APP_SECRET || 'a secret for tests only, of no use elsewhere';
const say = (line: string) => console.log(line);

function explain({ base, changed, chosen, left }: Quick): void {
  say(`${changed.length} files changed since ${base.slice(0, 10)}: ${chosen.length} test files`);
  if (left.length > 0) say(`${left.length} more test files are reached by ${left[0]?.distance} imports and more: npm test runs them.`);
}

async function runBrowser(summary: Summary, server: string, { also = [], env }: { also?: string[]; env: Record<string, string> }) {
  await summary.work('Build', () => buildApp(say));
  const CHROMIUM_PATH = provideChromium(say);
  await summary.tests('Browser', () => withDatabase(server, (url) => runPlaywright(also, { ...env, CHROMIUM_PATH, DATABASE_URL: url })));
}

async function run(summary: Summary, server: string): Promise<void> {
  const env = { TEST_DATABASE_URL: server, APP_SECRET: secret };
  if (values.quick) {
    const quick = chooseQuick(typeof values.base === 'string' ? values.base : undefined);
    explain(quick);
    if (quick.chosen.length > 0) await summary.tests('Vitest', () => runVitest(quick.chosen, env));
    return runBrowser(summary, server, { also: ['--grep', '@quick'], env });
  }
  if (values.thorough) {
    const thorough = { ...env, THOROUGH: '1', PROPERTY_RUNS: '1000' };
    await summary.tests('Vitest', () => runVitest([], thorough));
    const { plantAll } = await import('../../faults/plant');
    await summary.tests('Faults', () => plantAll());
    return runBrowser(summary, server, { env: thorough });
  }
  if (!values.e2e) await summary.tests('Vitest', () => runVitest(args, env));
  if (values.e2e || positionals.length === 0) await runBrowser(summary, server, { also: values.e2e ? args : [], env });
}

// `npm test`: everything. `test:quick`: what is nearest to a change. `test:thorough`: what takes too long for every run. `test:e2e`: the browser only.
mkdirSync(results, { recursive: true });
const summary = new Summary();
await summary.work('Generate', generate);
const server = await startTestServer();
try {
  await run(summary, server.url);
} finally {
  await server.stop();
}
process.exit(summary.end());
