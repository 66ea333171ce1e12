import { beforeAll, expect, it } from 'vitest';
import { concludeAudit } from '~/audits/conclusion/conclude-audit.server';
import { checkRecord } from '~/audits/entries/check-record.server';
import { redactZeroTolerance } from '~/audits/entries/redact-zero-tolerance.server';
import { readRecord } from '~/audits/entries/read-record.server';
import { packConsistency } from '~/audits/recorder/pack-consistency.server';
import { contradictionsOf } from '~/audits/recorder/record-on-device';
import type { Recording } from '~/audits/recorder/recording';
import * as conclusionRoute from '~/routes/org/audits/audit-conclusion';
import { declare, now } from '../../../tests/factories/audit-acts';
import {
  acceptGate,
  checkValue,
  closingValue,
  findingValue,
  makeAudit,
  makeEntry,
  sendEntries,
  withAudit,
} from '../../../tests/factories/audit';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { callRoute } from '../../../tests/setup/call-route';
import type { StatedHit } from './check-consistency';
import { readContradictions } from './read-contradictions.server';
import type { ShownHit } from './show-hit';

let owner: MadeMember;
beforeAll(async () => {
  owner = await makeMember();
});

const hitsOf = (auditId: string, isForTeam = true) =>
  withAudit(owner, auditId, async (db, audit) => {
    const hits = await readContradictions(db, audit, await checkRecord(db, audit), { isForTeam });
    return hits.filter(isOfEntries);
  });
/** The made audits have more person-days than one person can work (F2), on the same days (F14), which every test explains. */
const isOfEntries = ({ rule }: StatedHit) => !rule.startsWith('F');
const conclude = (auditId: string) =>
  withAudit(owner, auditId, (db, audit) => concludeAudit(db, audit, { userId: owner.user.id, limits: 'One shift', marksRest: true, now }));
const explain = async (auditId: string, { key, fingerprint }: StatedHit, text = 'Two lines were moved.') =>
  sendEntries(owner, auditId, [await makeEntry('explanation', key, { fingerprint, text, isWithdrawn: false })]);
const documents = (answer: string) => checkValue(answer, { methods: ['documents'], agreement: 'single' });

async function made(answers: Record<string, ReturnType<typeof checkValue>>) {
  const { auditId } = await makeAudit(owner);
  await sendEntries(owner, auditId, [
    ...(await Promise.all(Object.entries(answers).map(([key, value]) => makeEntry('check', key, value)))),
    await makeEntry('meeting', 'closing', closingValue),
  ]);
  await declare(owner, auditId);
  const audit = await withAudit(owner, auditId, async (db, found) =>
    readContradictions(db, found, await checkRecord(db, found), { isForTeam: true }),
  );
  for (const hit of audit) if (!isOfEntries(hit)) await explain(auditId, hit);
  return auditId;
}

it('refuses to conclude a record that contradicts itself, until it is explained', async () => {
  const auditId = await made({ 'BW.WT.2.a': documents('compliant'), I11: documents('absent'), 'BW.FL.3.a': documents('not-compliant') });
  await sendEntries(owner, auditId, [await makeEntry('finding', crypto.randomUUID(), findingValue('BW.FL.3.a', { affected: null }))]);
  const refused = await conclude(auditId);
  expect(refused).toMatchObject({ kind: 'refused', code: 'contradictions' });
  const rules = (await hitsOf(auditId)).filter(({ severity }) => severity === 'contradiction').map(({ rule }) => rule);
  expect(rules).toEqual(['A22', 'B9', 'C3']);
  for (const hit of await hitsOf(auditId)) await explain(auditId, hit);
  await acceptGate(owner, auditId);
  expect(await conclude(auditId)).toEqual({ kind: 'concluded' });
});

it('lapses an explanation when an input changes', async () => {
  const auditId = await made({ 'BW.SI.f': documents('yes'), 'BW.SI.o': checkValue(0, { methods: [] }) });
  const [hit] = await hitsOf(auditId);
  if (!hit) throw new Error('no hit');
  await explain(auditId, hit);
  expect((await hitsOf(auditId)).map(({ state }) => state)).toEqual(['explained']);
  const [entry] = await withAudit(owner, auditId, async (db) => db.auditEntry.findMany({ where: { auditId, key: 'BW.SI.f' } }));
  await sendEntries(owner, auditId, [await makeEntry('check', 'BW.SI.f', documents('no'), [entry?.id ?? ''])]);
  expect(await hitsOf(auditId)).toEqual([]);
});

it('shows figures of people to the team alone', async () => {
  const auditId = await made({ 'BW.SI.f': documents('no'), 'BW.SI.o': checkValue(3, { methods: [] }) });
  const valuesOf = (hits: readonly StatedHit[]) => hits.flatMap(({ inputs }) => inputs.map(({ value }) => value));
  expect(valuesOf(await hitsOf(auditId))).toEqual(['no', 3]);
  expect(valuesOf(await hitsOf(auditId, false))).toEqual(['no', 'withheld']);
});

it('rejects an explanation of no rule', async () => {
  const { auditId } = await makeAudit(owner);
  const sent = await sendEntries(owner, auditId, [
    await makeEntry('explanation', 'Z9:BW.SI.f', { fingerprint: '0'.repeat(16), text: 'Both.', isWithdrawn: false }),
  ]);
  expect(sent).toMatchObject({ refused: [{ code: 'unknown-place' }] });
});

it('keeps an explanation near a zero-tolerance question with the team', async () => {
  const auditId = await made({ 'BW.FL.1.c.1': documents('not-compliant'), I7: documents('absent') });
  await sendEntries(owner, auditId, [await makeEntry('finding', crypto.randomUUID(), findingValue('BW.FL.1.c.1', { affected: null }))]);
  const near = (await hitsOf(auditId)).filter(({ zero }) => zero === 'z5');
  expect(near.map(({ rule }) => rule)).toEqual(['B1', 'C3']);
  for (const hit of near) await explain(auditId, hit, 'MARKED');
  const asOutsider = await hitsOf(auditId, false);
  expect(asOutsider.filter(({ zero }) => zero === 'z5').map(({ state, explanation }) => [state, explanation])).toEqual([
    ['explained', null],
    ['explained', null],
  ]);
  const record = await withAudit(owner, auditId, async (db, audit) => redactZeroTolerance(await readRecord(db, audit)));
  const explained = record.entries.filter(({ kind }) => kind === 'explanation').map(({ key }) => key);
  expect(explained.sort()).toEqual(['F14:elsewhere', 'F2']);
});

it('finds the same with and without answers to zero-tolerance questions, on the server and on a device', async () => {
  const plain = {
    'BW.SI.f': documents('yes'),
    'BW.SI.o': checkValue(0, { methods: [] }),
    'BW.FL.1.c.1': documents('not-compliant'),
    I7: documents('absent'),
  };
  const [without, withThem] = [
    await made(plain),
    await made({
      ...plain,
      'BW.FL.1.b.1': documents('not-compliant'),
      I3: documents('absent'),
      'BW.FL.1.f.1': documents('compliant'),
      'D5.3': documents('present'),
    }),
  ];
  const found = (hits: readonly StatedHit[]) => hits.map(({ key, fingerprint, state }) => ({ key, fingerprint, state }));
  const server = found(await hitsOf(without));
  expect(server.map(({ key }) => key.split(':')[0])).toEqual(['A12', 'B1']);
  expect(found(await hitsOf(withThem))).toEqual(server);
  expect(found(await onDevice(withThem))).toEqual(server);
});

it('shows contradictions with their inputs before the conclusion', async () => {
  const auditId = await made({ 'BW.SI.f': documents('yes'), 'BW.SI.o': checkValue(0, { methods: [] }) });
  const params = { orgSlug: owner.organization.slug, auditId };
  const { body } = await callRoute(conclusionRoute.loader, { url: '/', params, cookie: owner.cookie });
  const hit = (body as { hits: ShownHit[] }).hits.find(({ rule }) => rule === 'A12');
  expect(hit).toMatchObject({ rule: 'A12', state: 'open', text: 'A yes or no disagrees with its own number. Which is right?' });
  expect(hit?.inputs.map(({ key, href }) => [key, href?.split('#')[1]])).toEqual([
    ['BW.SI.f', '/section/BW.SI/BW.SI.f'],
    ['BW.SI.o', '/section/BW.SI/BW.SI.o'],
  ]);
});

/** What a device finds that has all entries of the audit. */
async function onDevice(auditId: string): Promise<StatedHit[]> {
  return withAudit(owner, auditId, async (db, audit) => {
    const { current } = await readRecord(db, audit);
    const keys = [...current.values()].filter(({ kind }) => kind === 'check').map(({ key }) => key);
    const recording = {
      version: 1,
      pack: { consistency: await packConsistency(db, audit, keys) },
      headsOf: (kind: string, key: string) => current.get(`${kind} ${key}`)?.heads ?? [],
      all: (kind: string) =>
        [...current.values()].flatMap(({ kind: of, key, heads: [entry] }) =>
          of === kind && entry ? [{ key, value: entry.value, entry: { ...entry, madeAt: entry.madeAt.toISOString() } }] : [],
        ),
    };
    return contradictionsOf(recording as unknown as Recording).filter(isOfEntries);
  });
}
