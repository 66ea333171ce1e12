import { expect, test } from 'vitest';
import { allParameters, referenceTableIds, rules, supplements, vintagesOf } from '#scoring';
import type { readOverview } from '~/risk/methodology/read-overview.server';
import { listRules, listSupplements, type readRule } from '~/risk/methodology/read-rules.server';
import { monthsBetween, rowsOnPage, type ShownTable } from '~/risk/methodology/read-tables.server';
import * as frameRoute from '~/routes/public/methodology/methodology-layout';
import * as overviewRoute from '~/routes/public/methodology/overview';
import * as ruleRoute from '~/routes/public/methodology/rule';
import * as tableRoute from '~/routes/public/methodology/table';
import * as targetsRoute from '~/routes/public/methodology/targets';
import * as validationRoute from '~/routes/public/methodology/validation';
import { callRoute } from '../setup/call-route';

const ruleOf = (ruleId: string) => callRoute(ruleRoute.loader, { url: `/methodology/${ruleId}`, params: { ruleId } });
const tableOf = (table: string, query = '') =>
  callRoute(tableRoute.loader, { url: `/methodology/tables/${table}${query}`, params: { table } });

test('the method is public: contents, limits and a scored example', async () => {
  expect((await callRoute(frameRoute.loader, { url: '/methodology' })).body).toMatchObject({ isSignedIn: false });
  const overview = (await callRoute(overviewRoute.loader, { url: '/methodology' })).body as ReturnType<typeof readOverview>;
  expect(overview.example.status).toBe('scored');
  expect(overview.rules.length + overview.following.length).toBe(14);
  expect(overview.tables.map(({ id }) => id)).toEqual([...referenceTableIds]);
  for (const { unconfirmed } of overview.tables) expect(unconfirmed >= 0 && unconfirmed <= 1).toBe(true);
});

test('every rule and supplement has its page, and every dated number is on one with its reason and source', async () => {
  const shown = new Set<string>();
  for (const { id } of [...rules(), ...supplements()]) {
    const answer = await ruleOf(id);
    expect(answer.status).toBe(200);
    const { rule, parameters } = answer.body as NonNullable<ReturnType<typeof readRule>>;
    expect(rule.id).toBe(id);
    for (const parameter of parameters) {
      if (parameter.id.startsWith(`${id}.`) || id === 'child-labour') shown.add(parameter.id);
      expect(parameter.values.filter(({ isInForce }) => isInForce)).toHaveLength(1);
      for (const { reason, source } of parameter.values) expect(reason && source).toBeTruthy();
    }
  }
  expect([...new Set(allParameters().map(({ id }) => id))].filter((id) => !shown.has(id))).toEqual([]);
  expect((await ruleOf('R99')).status).toBe(404);
  const numbers = await ruleOf('C1');
  expect([numbers.status, numbers.headers.get('Location')]).toEqual([301, '/methodology/child-labour']);
});

test.each(['fr', 'es'])('%s has every rule and supplement, sentence by sentence', (locale) => {
  const all = (of: string) => [...listRules(of), ...listSupplements(of)];
  const english = all('en');
  for (const [index, rule] of all(locale).entries()) {
    expect(rule.lang).toBe(locale);
    expect(rule.words).toHaveLength(english[index]?.words.length ?? 0);
    // A number that differs would contradict the rule.
    const figures = (words: readonly string[]) =>
      words
        .join(' ')
        .replaceAll(/[\s,.\u202f]/g, '')
        .match(/\d+/g)
        ?.join('') ?? '';
    expect(figures(rule.words), rule.id).toBe(figures(english[index]?.words ?? []));
  }
});

test('every table shows origin, licence, coverage and its rows, a hundred per page', async () => {
  for (const id of referenceTableIds) {
    const { table } = (await tableOf(id)).body as { table: ShownTable };
    expect(table.origin.licence.name).not.toBe('');
    expect(table.records.length).toBe(Math.min(rowsOnPage, table.rows));
    const { confirmed, derived, memory } = table.confidence;
    expect(confirmed + derived + memory).toBe(table.rows);
  }
});

test('a row is found on its page, in its vintage; search shows only the rows with the search terms', async () => {
  const { table } = (await tableOf('governance', '?row=VN:2023')).body as { table: ShownTable };
  expect(table.page).toBeGreaterThan(1);
  expect(table.records.map(({ key }) => key)).toContain('VN:2023');
  const [old] = vintagesOf('displacement');
  const older = (await tableOf('displacement', `?vintage=${old?.vintage}`)).body as { table: ShownTable };
  expect(older.table).toMatchObject({ vintage: old?.vintage, isInForce: false });
  const bricks = (await tableOf('listed-goods', '?q=BRICKS')).body as { table: ShownTable };
  expect(bricks.table.found).toBeGreaterThan(5);
  expect(bricks.table.records.every(({ cells }) => JSON.stringify(cells).includes('Bricks'))).toBe(true);
  expect(((await tableOf('governance', '?page=9999')).body as { table: ShownTable }).table.page).toBe(table.pages);
  for (const [id, query] of [
    ['nonsense', ''],
    ['governance', '?vintage=1999'],
    ['__proto__', ''],
  ] as const)
    expect((await tableOf(id, query)).status).toBe(404);
});

test('the targets are public, and the former address of the validation redirects there', async () => {
  expect((await callRoute(targetsRoute.loader, { url: '/methodology/targets' })).body).toMatchObject({
    report: { engineVersion: '2.0.1' },
  });
  const { status, headers } = await callRoute(validationRoute.loader, { url: '/methodology/validation' });
  expect([status, headers.get('Location')]).toEqual([301, '/methodology/targets']);
});

test('the age of a table is counted in whole months, and is unknown without a date', () => {
  expect(monthsBetween('2024-09-05', '2026-11-25')).toBe(26);
  expect(monthsBetween('2024', '2026-01-01')).toBe(24);
  expect(monthsBetween('2027-01', '2026-01-01')).toBe(0);
  expect(monthsBetween(null, '2026-01-01')).toBeNull();
});
