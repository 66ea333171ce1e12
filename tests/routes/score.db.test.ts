import { expect, test } from 'vitest';
import { engineVersion, type TraceNode } from '#scoring';
import type { Role } from '~/access/permissions';
import { recordFacts } from '~/suppliers/facts/record-facts.server';
import type { ScorePage } from '~/risk/scores/score-page.server';
import * as scoreRoute from '~/routes/org/suppliers/supplier-score';
import * as overridesRoute from '~/routes/org/risk/supplier-overrides';
import { type MadeMember, makeMember } from '../factories/member';
import { makeSupplier } from '../factories/supplier';
import { callRoute } from '../setup/call-route';

function scoreOf({ organization, cookie }: MadeMember, publicId: string) {
  const at = (query = '') => ({
    url: `http://house.example/o/${organization.slug}/suppliers/${publicId}/score${query}`,
    params: { orgSlug: organization.slug, supplierId: publicId },
    cookie,
  });
  return {
    read: async (query?: string) => (await callRoute(scoreRoute.loader, at(query))).body as ScorePage,
    open: (query?: string) => callRoute(scoreRoute.loader, at(query)),
    overrides: () => callRoute(overridesRoute.loader, at()),
    score: () => callRoute(scoreRoute.action, { ...at(), form: {} }),
  };
}

function shownOf({ shown }: Pick<ScorePage, 'shown'>) {
  if (shown?.kind !== 'current') throw new Error('no score of this method is shown');
  return shown;
}

function nodesOf(node: TraceNode): TraceNode[] {
  return [node, ...(node.inputs ?? []).flatMap(nodesOf)];
}

test('a supplier without a score says so, and scoring it shows the score with a calculation that links to its sources', async () => {
  const owner = await makeMember();
  const supplier = await makeSupplier(owner);
  const { read, score } = scoreOf(owner, supplier.publicId);
  expect((await read()).shown).toBeNull();
  const answer = await score();
  expect(answer.status).toBe(303);
  expect(answer.headers.get('Location')).toBe(`/o/${owner.organization.slug}/suppliers/${supplier.publicId}/score`);
  const { result, recomputed, sourceLinks, findings } = shownOf(await read());
  if (result.status !== 'scored' || recomputed.kind !== 'recomputed') throw new Error('not scored');
  const { inherent, controlCredit, findingsUplift, overrideUplift } = result.lines;
  expect(inherent + controlCredit + findingsUplift + overrideUplift).toBeCloseTo(result.score, 10);
  expect(recomputed).toMatchObject({ isSameVersion: true, differences: [] });
  expect(findings).toEqual([]);
  const facts = nodesOf(recomputed.trace).filter(({ fact }) => fact?.source !== undefined);
  expect(facts.length).toBeGreaterThan(3);
  expect(facts.every(({ fact }) => fact?.source === supplier.sourceId)).toBe(true);
  expect(sourceLinks[supplier.sourceId]).toMatchObject({ kind: 'source', sourceId: supplier.sourceId, sourceKind: 'member' });
  expect(nodesOf(recomputed.trace).some(({ reference }) => reference?.table === 'governance')).toBe(true);
});

test('keeps earlier scores: an older one opens by its id, and the list names what changed', async () => {
  const owner = await makeMember();
  const supplier = await makeSupplier(owner);
  const { read, open, score } = scoreOf(owner, supplier.publicId);
  await score();
  const { place, ...firstPage } = await read();
  const first = shownOf(firstPage);
  expect(place).toEqual({ range: null });
  await score();
  expect((await read()).history).toHaveLength(1);
  await owner.inOrganization((db) =>
    recordFacts(db, { partyId: supplier.partyId, values: { housing: 'tied-remote' }, sourceId: supplier.sourceId }),
  );
  await score();
  const page = await read();
  expect(page.isNewest).toBe(true);
  expect(page.history).toHaveLength(2);
  expect(page.history[0]?.changes).toEqual([
    { kind: 'facts', fields: ['housing'], moves: [{ field: 'housing', from: null, to: 'tied-remote' }] },
  ]);
  expect(page.history[1]?.changes).toBeNull();
  const older = await read(`?score=${first.id}`);
  expect([older.isNewest, older.place]).toEqual([false, null]);
  expect(shownOf(older).result).toEqual(first.result);
  expect((await open('?score=00000000-0000-4000-8000-000000000000')).status).toBe(404);
  expect((await open('?score=nonsense')).status).toBe(404);
});

test('names a score of another version of the method, and one whose numbers were altered', async () => {
  const owner = await makeMember();
  const supplier = await makeSupplier(owner);
  const { read, score } = scoreOf(owner, supplier.publicId);
  await score();
  const { id, result } = shownOf(await read());
  const scoreRow = (engineVersion: string, changed: object) =>
    owner.inOrganization(async (db) => {
      const row = await db.score.findFirstOrThrow({ where: { id } });
      const { asOf, inputHash, input, partyId } = row;
      await db.score.create({
        data: {
          partyId,
          asOf,
          inputHash,
          engineVersion,
          input: JSON.parse(JSON.stringify(input)),
          result: { ...JSON.parse(JSON.stringify(row.result)), ...changed },
        },
      });
    });
  if (result.status !== 'scored') throw new Error('not scored');
  await scoreRow('2.9.0', {});
  expect(shownOf(await read()).recomputed).toMatchObject({ kind: 'recomputed', isSameVersion: false, differences: [] });
  await scoreRow(engineVersion, { score: result.score + 1 });
  expect(shownOf(await read()).recomputed).toMatchObject({ kind: 'recomputed', differences: ['score'] });
});

test('a score of an earlier method opens as a dated document, without a calculation or comparison', async () => {
  const owner = await makeMember();
  const supplier = await makeSupplier(owner);
  const { read, score, overrides } = scoreOf(owner, supplier.publicId);
  const earlier = await owner.inOrganization((db) =>
    db.score.create({
      data: {
        ...{ partyId: supplier.partyId, engineVersion: '1.3.0', asOf: new Date('2026-03-01'), inputHash: 'a'.repeat(64), input: {} },
        result: {
          ...{ status: 'scored', score: 63.2, low: 49, high: 71.5, band: 'elevated', confidence: { grade: 'medium', value: 0.5 } },
          lines: { inherent: 70, controlCredit: -6.8, findingsUplift: 0, overrideUplift: 0 },
          components: [{ id: 'country', rule: 'R1', label: 'Country', points: 21, low: 19, high: 23, max: 30, known: true }],
        },
      },
    }),
  );
  const alone = await read();
  expect(alone).toMatchObject({ isNewest: true, shown: { kind: 'earlier', engineVersion: '1.3.0', asOf: '2026-03-01' }, place: null });
  expect(alone.shown?.result).toMatchObject({
    score: 63.2,
    band: 'elevated',
    confidence: 'medium',
    components: [{ id: 'country', points: 21 }],
  });
  expect(alone.shown).not.toHaveProperty('recomputed');
  expect((await overrides()).body).toMatchObject({ overrides: [] });
  await score();
  const page = await read();
  expect(page.history.map(({ kind, changes }) => [kind, changes])).toEqual([
    ['current', [{ kind: 'method', from: '1.3.0', to: engineVersion, isComparable: false }]],
    ['earlier', null],
  ]);
  expect((await read(`?score=${earlier.id}`)).shown).toMatchObject({ kind: 'earlier', id: earlier.id });
});

test('a site in a region under a legal presumption is marked beside the score, with the source that identified the region', async () => {
  const owner = await makeMember();
  const values = { country: 'CN', city: 'Urumqi', address: 'Xinjiang', sector: '1312', products: ['Cotton'], workers: 900 };
  const supplier = await makeSupplier(owner, { name: 'Mill of the north-west', values });
  const { read, score } = scoreOf(owner, supplier.publicId);
  await score();
  const { result, factSources, sourceLinks } = shownOf(await read());
  if (result.status !== 'scored') throw new Error('not scored');
  expect(result).toMatchObject({ band: 'severe', people: { low: 'hundreds', high: 'hundreds' } });
  expect(result.score).toBeGreaterThan(100);
  expect(result.stateImposed.map(({ reason }) => reason)).toEqual(['region', 'government']);
  expect(factSources.subdivisions).toBe(supplier.sourceId);
  expect(sourceLinks[supplier.sourceId]).toMatchObject({ kind: 'source' });
});

test('a supplier without a sector is scored on its country alone, and shows which facts would change most', async () => {
  const owner = await makeMember();
  const supplier = await makeSupplier(owner, { values: { country: 'VN' } });
  const { read, score } = scoreOf(owner, supplier.publicId);
  await score();
  const { result, sensitivity } = shownOf(await read());
  expect(result).toMatchObject({ status: 'scored', basis: { grade: 'E' } });
  expect(result.missing).toContain('sector');
  expect(sensitivity?.telling.map(({ field }) => field)).toContain('migrantShare');
  expect(sensitivity?.telling.every(({ changesBand }) => changesBand >= 0 && changesBand <= 1)).toBe(true);
});

test('retention of identity documents and debt bondage, found separately, raise the score to the floor of an override, which the page and the calculation show', async () => {
  const owner = await makeMember();
  const supplier = await makeSupplier(owner);
  const { read, score } = scoreOf(owner, supplier.publicId);
  await owner.inOrganization(async (db) => {
    for (const indicator of ['retention-of-identity-documents', 'debt-bondage'])
      await db.finding.create({
        data: { partyId: supplier.partyId, indicator, grade: 'minor', text: indicator, openedAt: new Date('2026-10-01T23:59:00Z') },
      });
  });
  await score();
  const { result, recomputed, findings } = shownOf(await read());
  if (result.status !== 'scored' || recomputed.kind !== 'recomputed') throw new Error('not scored');
  // Each finding by its own text, whatever question it belongs to.
  expect(findings.map(({ text }) => text).sort()).toEqual(['debt-bondage', 'retention-of-identity-documents']);
  expect(result.overrides).toMatchObject([{ code: 'O6', floor: 80, state: 'in-force', since: '2026-10-01' }]);
  expect(result.score).toBe(80);
  expect(result.lines.overrideUplift).toBeGreaterThan(0);
  expect(recomputed.differences).toEqual([]);
  const step = nodesOf(recomputed.trace).find(({ id }) => id === 'score/overrides');
  expect(step?.value).toBe(result.lines.overrideUplift);
  expect(step?.inputs?.some(({ inputs }) => inputs?.some(({ parameter }) => parameter?.id === 'R7.O6'))).toBe(true);
});

test('not scored is a state with its reasons and the facts to add', async () => {
  const owner = await makeMember();
  const supplier = await makeSupplier(owner, { values: { workers: 12 } });
  const { read, score } = scoreOf(owner, supplier.publicId);
  await score();
  const page = await read();
  const { result } = shownOf(page);
  if (result.status !== 'not-scored') throw new Error('scored');
  expect(result.reasons.map(({ code }) => code)).toContain('country-unknown');
  expect(result.missing).toEqual(['countries']);
  expect(page.history[0]).toMatchObject({ score: null, band: null });
});

test('every reader of suppliers reads scores; scoring needs its permission; another organization gets 404', async () => {
  const owner = await makeMember();
  const supplier = await makeSupplier(owner);
  const as = async (role: Role) => scoreOf(await makeMember({ organization: owner.organization, role }), supplier.publicId);
  const viewer = await as('viewer');
  expect((await viewer.open()).status).toBe(200);
  expect((await viewer.score()).status).toBe(403);
  expect((await (await as('manager')).score()).status).toBe(303);
  const stranger = await makeMember();
  const { open, score } = scoreOf(stranger, supplier.publicId);
  expect((await open()).status).toBe(404);
  expect((await score()).status).toBe(404);
});
