import { beforeAll, describe, expect, it } from 'vitest';
import type { TraceNode } from '#scoring';
import { answerQuestion } from '~/questionnaires/responses/answer-question.server';
import { openResponse } from '~/questionnaires/responses/open-response.server';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import { scorePage } from '~/risk/scores/score-page.server';
import { addSite } from '~/suppliers/sites/add-site.server';
import type { FactValues } from '~/suppliers/facts/fact-fields';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { readKnownFacts } from '~/risk/supplier-pages/read-known-facts.server';
import { readSupplierHead } from './read-supplier.server';
import { recordFacts } from '~/suppliers/facts/record-facts.server';

let member: MadeMember;
beforeAll(async () => {
  member = await makeMember();
});

const asOf = new Date().toISOString().slice(0, 10);
const place = { country: 'TH', sector: '1392', products: ['Garments'] };

/** A supplier with one site. */
async function make(name: string, values: FactValues, atSite: FactValues) {
  const made = await makeSupplier(member, { name, values: { ...place, ...values } });
  await member.inOrganization((db) =>
    addSite(db, {
      supplierPartyId: made.partyId,
      entry: { name: `${name}, plant`, values: { country: 'TH', ...atSite }, note: null },
      userId: member.user.id,
    }),
  );
  return made;
}

/** What its questionnaire states of the workforce, as a submitted one leaves it. */
async function state({ partyId, publicId }: { partyId: string; publicId: string }, shares: { migrantShare: number }): Promise<string> {
  return member.inOrganization(async (db) => {
    const userId = member.user.id;
    const opened = await openResponse(db, {
      ...{ supplierPublicId: publicId, instrumentKey: 'ilo-ten-principles@1.0.0', dueOn: null, userId },
    });
    if (opened.kind === 'refused') throw new Error(opened.code);
    const { responseId } = opened;
    const value = { migrantShare: shares.migrantShare * 100 };
    await answerQuestion(db, { responseId, question: 'P5.Q1', value, userId, now: new Date() });
    const source = await db.source.create({ data: { kind: 'response', responseId } });
    await recordFacts(db, { partyId, values: shares, sourceId: source.id });
    return responseId;
  });
}

async function shown({ partyId, publicId }: { partyId: string; publicId: string }) {
  return member.inOrganization(async (db) => {
    await scoreSuppliers(db, { partyIds: [partyId], asOf });
    const head = await readSupplierHead(db, publicId);
    const page = await scorePage(db, { supplierPublicId: publicId, scoreId: null, evidence: 'document-checked' });
    if (!head || page?.shown?.kind !== 'current' || page.shown.recomputed.kind !== 'recomputed') throw new Error('not scored');
    const steps = nodesOf(page.shown.recomputed.trace).filter(({ id }) => id.startsWith('score/inherent/migrant/migrantShare'));
    const { result } = page.shown;
    const migrant = result.status === 'scored' ? result.components.find(({ id }) => id === 'migrant') : undefined;
    return { overview: await readKnownFacts(db, { partyId: head.partyId }), shown: page.shown, steps, points: migrant?.points ?? 0 };
  });
}

const nodesOf = (node: TraceNode): TraceNode[] => [node, ...(node.inputs ?? []).flatMap(nodesOf)];

describe('a questionnaire that states fewer migrant workers than the site counts', () => {
  const atSite = { workers: 530, migrantShare: 0.48, migrantsByOrigin: { MM: 231, KH: 20 } };

  it('does not outweigh the site: score, calculation and page of the supplier show both, with sources and the reason', async () => {
    const supplier = await make('Nakhon', { workers: 530 }, atSite);
    const before = await shown(supplier);
    await state(supplier, { migrantShare: 0.18 });
    const after = await shown(supplier);
    expect(after.points).toBe(before.points);
    expect(after.steps.map(({ id, value, unknown }) => [id.split('/').at(-1), value, unknown])).toEqual([
      ['migrantShare', 0.48, undefined],
      ['set-aside-1', 0.18, 'Set aside: the evidence is equal, and the value that is worse for workers counts.'],
    ]);
    const [first] = after.overview.contradicting;
    expect(after.overview.contradicting).toHaveLength(1);
    expect(first).toMatchObject({
      field: 'migrantShare',
      counts: { value: 0.48, from: { sites: 1 } },
      aside: [{ value: 0.18, because: 'better-for-workers' }],
    });
    const kindOf = (source: string | undefined) => after.overview.sources[source ?? '']?.kind;
    expect([kindOf(first?.counts.source), kindOf(first?.aside[0]?.source)]).toEqual(['member', 'response']);
    expect(after.shown.contradicting).toEqual(after.overview.contradicting);
  });

  it('outweighs the site once its answer was checked', async () => {
    const supplier = await make('Rayong', { workers: 530 }, atSite);
    const responseId = await state(supplier, { migrantShare: 0.18 });
    await member.inOrganization(async (db) => {
      const { answeredAt } = await db.answer.findFirstOrThrow({ where: { responseId, question: 'P5.Q1' } });
      const checked = {
        question: 'P5.Q1',
        value: {},
        gradeBefore: 'self-declared',
        grade: 'document-checked',
        reason: 'Payroll',
        reviewedAt: new Date(),
      };
      await db.answerReview.create({ data: { ...checked, responseId, answeredAt, reviewedById: member.user.id } });
    });
    const { steps } = await shown(supplier);
    expect(steps.map(({ value, unknown }) => [value, unknown])).toEqual([
      [0.18, undefined],
      [0.48, 'Set aside: the value that counts has better evidence.'],
    ]);
  });

  it('shows no number from which a group of fewer than five people follows', async () => {
    const supplier = await make('Trat', { workers: 60 }, { workers: 60, migrantShare: 0.05 });
    await state(supplier, { migrantShare: 0 });
    const { overview, steps } = await shown(supplier);
    expect(overview.contradicting).toMatchObject([{ counts: { value: 'under-5' }, aside: [{ value: 0 }] }]);
    expect(steps.map(({ value }) => value)).toEqual([null, null]);
    expect(overview.gathered.migrantShare?.value).toBe('under-5');
  });
});

describe('facts that only sites know', () => {
  it('are shown on the page of the supplier with the number of sites, as the score reads them', async () => {
    const supplier = await make('Krabi', {}, { workers: 400, migrantsByOrigin: { MM: 120, LA: 'under-5' }, youngWorkers: 'under-5' });
    const { overview, shown: score } = await shown(supplier);
    expect(overview.gathered).toMatchObject({
      workers: { value: 400, from: { sites: 1 } },
      migrantOrigins: { value: ['LA', 'MM'], from: { sites: 1 } },
      vulnerableGroups: { value: ['under-18'], from: { sites: 1 } },
    });
    expect(overview.sources[overview.gathered.migrantOrigins?.source ?? '']?.kind).toBe('member');
    expect(overview.contradicting).toEqual([]);
    const { result } = score;
    expect(result.missing).not.toContain('vulnerableGroups');
    const past = await member.inOrganization(async (db) => {
      const head = await readSupplierHead(db, supplier.publicId);
      return head && readKnownFacts(db, { partyId: head.partyId, knownOn: new Date('2020-01-01T00:00:00Z') });
    });
    expect(past?.gathered).toEqual({});
  });
});
