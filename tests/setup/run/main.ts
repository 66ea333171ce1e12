import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildApp, buildFolder, generate } from '../../../server/build-app';
import { provideChromium } from '../find-chromium';
import { withApplication } from './application';
import { changedEngineFiles, mutate } from './mutate';
import { type Quick, chooseQuick } from './quick';
import { baseOfChange } from './reach';
import { results, runPlaywright, runVitest } from './runners';
import { makeTemplate, startTestServer } from './server';
import { Summary } from './summary';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: { quick: { type: 'boolean' }, thorough: { type: 'boolean' }, e2e: { type: 'boolean' }, base: { type: 'string' } },
});
const args = process.argv
  .slice(2)
  .filter((argument) => !/^--(quick|thorough|e2e)$|^--base(=|$)/.test(argument) && argument !== values.base);
const base = typeof values.base === 'string' ? values.base : undefined;
const secret = process.env.APP_SECRET || 'a secret for tests only, of no use elsewhere';
const say = (line: string) => console.log(line);

function explain({ base, changed, chosen, left }: Quick): void {
  say(`${changed.length} files changed since ${base.slice(0, 10)}: ${chosen.length} test files`);
  if (left.length > 0) say(`${left.length} more test files are reached by ${left[0]?.distance} imports and more: npm test runs them.`);
}

type Env = Record<string, string>;

const build = (summary: Summary) => summary.work('Build', () => buildApp(say));

async function runBrowser(summary: Summary, application: Env, options: { args?: string[]; env: Env }): Promise<void> {
  const CHROMIUM_PATH = provideChromium(say);
  await summary.tests('Browser', () => runPlaywright(options.args ?? [], { ...options.env, CHROMIUM_PATH, ...application }));
}

const unit = ['--project', 'unit', '--project', 'unit-isolated'];
const database = ['--project', 'database', '--project', 'database-isolated'];

/**
 * The build needs one core and is used by the rendering of reports and by the browser: tests without a database run beside it. The application starts while the
 * database tests run; roles belong to the server and exist before both.
 */
async function runEverything(summary: Summary, server: string, env: Env): Promise<void> {
  const [TEST_TEMPLATE] = await Promise.all([
    makeTemplate(server, secret),
    build(summary),
    summary.tests('Unit', () => runVitest(unit, env)),
  ]);
  const built = { BUILT_DRAWER: buildFolder.drawer, BUILT_READER: buildFolder.reader, BUILT_COMMANDS: buildFolder.commands };
  const tested = summary.tests('Database', () => runVitest(database, { ...env, ...built, TEST_TEMPLATE }));
  await withApplication({ server, secret }, async (application) => {
    await tested;
    await runBrowser(summary, application, { env });
  });
}

async function runQuick(summary: Summary, server: string, env: Env): Promise<void> {
  const quick = chooseQuick(base);
  explain(quick);
  const TEST_TEMPLATE = await makeTemplate(server, secret);
  const tested = quick.chosen.length > 0 ? summary.tests('Vitest', () => runVitest(quick.chosen, { ...env, TEST_TEMPLATE })) : null;
  await build(summary);
  await withApplication({ server, secret }, async (application) => {
    await tested;
    await runBrowser(summary, application, { args: ['--grep', '@quick'], env });
  });
}

async function runThorough(summary: Summary, server: string, env: Env): Promise<void> {
  await runEverything(summary, server, { ...env, THOROUGH: '1', PROPERTY_RUNS: '1000' });
  const { plantAll } = await import('../../faults/plant');
  await summary.tests('Faults', () => plantAll());
  const engine = changedEngineFiles(base ?? baseOfChange());
  say(engine.length > 0 ? `Mutating ${engine.length} changed files of the engine` : 'No file of the engine changed: nothing to mutate.');
  if (engine.length > 0) await summary.tests('Mutation', () => mutate(engine));
}

async function run(summary: Summary, server: string): Promise<void> {
  const env = { TEST_DATABASE_URL: server, APP_SECRET: secret };
  if (values.quick) return runQuick(summary, server, env);
  if (values.thorough) return runThorough(summary, server, env);
  if (values.e2e) {
    await build(summary);
    return withApplication({ server, secret }, (application) => runBrowser(summary, application, { args, env }));
  }
  if (positionals.length > 0) return summary.tests('Vitest', () => runVitest(args, env));
  return runEverything(summary, server, env);
}

// `npm test`: everything. `test:quick`: what is nearest to a change. `test:thorough`: slow tests too. `test:e2e`: the browser only.
mkdirSync(results, { recursive: true });
const summary = new Summary();
const [server] = await Promise.all([startTestServer(), summary.work('Generate', generate)]);
try {
  await run(summary, server.url);
} finally {
  await server.stop();
}
process.exit(summary.end());
