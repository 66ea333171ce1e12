import { expect, test } from 'vitest';
import * as conclusionRoute from '~/routes/org/audits/audit-conclusion';
import * as jsonRoute from '~/routes/org/audits/audit-report-json';
import * as pageRoute from '~/routes/org/audits/audit-report-page';
import { checkValue, makeAudit, makeEntry, sendEntries } from '../../../tests/factories/audit';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { callRoute } from '../../../tests/setup/call-route';
import type { StatisticalReading } from './statistical-reading.server';

const work = { state: 'supported' as const, speaksFor: '', speaksAgainst: '', exceptions: [], methods: ['documents' as const] };

/** What the pages of an audit with these indicators show of the statistical definition. */
async function readingsOf(owner: MadeMember, indicators: Record<string, string>, isWorkSaid = true) {
  const { auditId } = await makeAudit(owner);
  await sendEntries(owner, auditId, [
    ...(await Promise.all(Object.entries(indicators).map(([key, answer]) => makeEntry('check', key, checkValue(answer))))),
    await makeEntry('check', 'BW.FL.1.a', checkValue('compliant')),
    ...(isWorkSaid ? [await makeEntry('element', 'work', work)] : []),
  ]);
  const at = { url: '/', params: { orgSlug: owner.organization.slug, auditId, reportId: 'now', reportKind: 'full' }, cookie: owner.cookie };
  const conclusion = (await callRoute(conclusionRoute.loader, at)).body as { statistical: StatisticalReading | null };
  const json = (await callRoute(jsonRoute.loader, at)).body;
  const report = (typeof json === 'string' ? JSON.parse(json) : json) as { statistical: StatisticalReading };
  return {
    conclusion: conclusion.statistical,
    report: report.statistical,
    page: JSON.stringify((await callRoute(pageRoute.loader, at)).body),
  };
}

test('an audit applies the statistical definition to its indicators: conclusion, report and data agree, and state that it is no legal finding', async () => {
  const owner = await makeMember();
  const { conclusion, report, page } = await readingsOf(owner, { I7: 'present', I11: 'present', I9: 'absent', 'D5.2': 'absent' });
  expect(conclusion).toEqual({
    ...{ work: 'yes', involuntary: 'yes', menace: 'yes', forcedLabour: 'yes', collect: [] },
    because: { involuntariness: ['V3'], menace: ['M5'] },
  });
  expect(report).toMatchObject(conclusion ?? {});
  expect(page).toContain('Statistical definition of forced labour');
  expect(page).toContain('not a legal finding');
  expect(page).toContain('retention of identity or other valuable documents');
});

test('unknown values stay unknown, and the deciding facts are named', async () => {
  const owner = await makeMember();
  const { conclusion, page } = await readingsOf(owner, { I11: 'present', I7: 'absent', 'D5.1': 'absent' }, false);
  expect(conclusion).toMatchObject({ work: 'unknown', involuntary: 'yes', menace: 'unknown', forcedLabour: 'unknown' });
  expect(conclusion?.collect).toEqual(['work', 'M1', 'M2', 'M3', 'M4', 'M6']);
  expect(page).toContain('Upper reading');
});

test('an answer that would reveal one to a zero-tolerance question does not change the result', async () => {
  const owner = await makeMember();
  const plain = await readingsOf(owner, { I11: 'present' });
  const reported = await readingsOf(owner, {
    I11: 'present',
    I3: 'present',
    I5: 'present',
    I6: 'present',
    'D5.3': 'present',
    'D5.4': 'present',
  });
  expect(reported.conclusion).toEqual(plain.conclusion);
  expect(reported.report).toEqual(plain.report);
});

test('an audit without entries has no result', async () => {
  const owner = await makeMember();
  const { auditId } = await makeAudit(owner);
  const at = { url: '/', params: { orgSlug: owner.organization.slug, auditId }, cookie: owner.cookie };
  expect((await callRoute(conclusionRoute.loader, at)).body).toMatchObject({ statistical: null });
});
