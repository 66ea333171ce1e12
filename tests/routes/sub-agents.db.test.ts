import { describe, expect, test } from 'vitest';
import { titleText } from '~/risk/alerts/labels';
import type { AlertBasis } from '~/risk/alerts/basis';
import { recruiterAlerts } from '~/risk/alerts/recruiter-alerts.server';
import { recruitmentFacts } from '~/suppliers/labour-recruiters/recruitment-facts.server';
import { scorePage } from '~/risk/scores/score-page.server';
import { action as create } from '~/routes/org/suppliers/labour-recruiters';
import { action as save, loader as read } from '~/routes/org/suppliers/labour-recruiter';
import { loader as listAlerts } from '~/routes/org/risk/alerts';
import { type MadeMember, makeMember } from '../factories/member';
import { makeSupplier } from '../factories/supplier';
import { callRoute } from '../setup/call-route';

async function setting() {
  const owner = await makeMember();
  const all = { orgSlug: owner.organization.slug };
  const base = `/o/${owner.organization.slug}/labour-recruiters`;
  const add = async (name: string) => {
    const made = await callRoute(create, { url: base, params: all, cookie: owner.cookie, form: { name, country: 'NP' } });
    return made.headers.get('Location')?.split('/').at(-1) ?? '';
  };
  const at = (labourRecruiterId: string) => ({
    url: `${base}/${labourRecruiterId}`,
    params: { ...all, labourRecruiterId },
    cookie: owner.cookie,
  });
  const post = async (id: string, form: Record<string, string>) => {
    const answer = await callRoute(save, { ...at(id), form });
    expect(answer.status, JSON.stringify(form)).toBe(303);
  };
  const subAgents = async (id: string) =>
    ((await callRoute(read, at(id))).body as { relations: { subAgents: { linkId: string; name: string }[] } }).relations.subAgents;
  const alerts = async (view = '') => {
    const answer = await callRoute(listAlerts, { url: `/o/${all.orgSlug}/alerts?sort=rank${view}`, params: all, cookie: owner.cookie });
    const { rows } = (answer.body as { page: { rows: { kind: 'recruiter-sanction'; publicId: string; basis: AlertBasis }[] } }).page;
    return rows.filter(({ kind }) => kind.startsWith('recruiter'));
  };
  /** A supplier, its recruiter, a sub-agent and a second-level sub-agent, which recruits for the first again: a cycle. */
  const chain = async () => {
    const hotel = await makeSupplier(owner, { name: 'Pearl Hotel', values: { country: 'QA', sector: '55', migrantShare: 0.9 } });
    const [main, middle, far] = [await add('Main agency'), await add('Middle agency'), await add('Far agency')];
    await post(main, { intent: 'relate', direction: 'to', other: hotel.publicId });
    await post(main, { intent: 'relate', direction: 'from', other: middle });
    await post(middle, { intent: 'relate', direction: 'from', other: far });
    await post(main, { intent: 'relate', direction: 'to', other: far });
    return { hotel, main, middle, far };
  };
  return { owner, add, post, subAgents, alerts, chain };
}

const ends = { origin: 'NP', destination: 'QA', currency: 'USD' };
const ledger = (amount: string) =>
  [
    { intent: 'corridor', ...ends, monthlyPay: '300' },
    { intent: 'fee', ...ends, feeCode: 'F1', payer: 'worker', amount, allowedByLaw: 'no' },
  ] as const;
const ban = {
  intent: 'sanction',
  country: 'NP',
  sanctionKind: 'ban',
  authority: 'Department of Foreign Employment',
  beganOn: '2025-03-01',
};

describe('sub-agents of a recruiter', () => {
  test('change the scores of upstream suppliers by their fee ledgers, each with its source, until the chain is cut', async () => {
    const { owner, post, subAgents, chain } = await setting();
    const { hotel, main, far } = await chain();
    const newest = () =>
      owner.inOrganization(async (db) => {
        const score = await db.score.findFirst({ where: { partyId: hotel.partyId }, orderBy: { createdAt: 'desc' } });
        return score as unknown as { input: { facts: Record<string, { value: unknown; source?: string }> }; result: { score: number } };
      });
    const without = await newest();
    expect(without.input.facts.recruitmentCost).toBeUndefined();
    for (const line of ledger('1800')) await post(far, line);
    const charged = await newest();
    expect(charged.input.facts).toMatchObject({
      recruitmentCost: { value: 6, ledger: { corridor: 'NP-QA', recruiter: 'Far agency' } },
      migrantOrigins: { value: ['NP'], from: { recruiters: 1 } },
    });
    const shown = await owner.inOrganization((db) =>
      scorePage(db, { supplierPublicId: hotel.publicId, scoreId: null, evidence: 'document-checked' }),
    );
    expect(shown?.shown).toMatchObject({ paid: { origin: 'NP', destination: 'QA', recruiter: 'Far agency', months: 6 } });
    expect(charged.result.score).toBeGreaterThan(without.result.score);
    const source = await owner.inOrganization((db) =>
      db.recruiterRecord.findFirst({
        where: { kind: 'fee', sourceId: charged.input.facts.recruitmentCost?.source ?? '' },
        select: { partyId: true },
      }),
    );
    const ofFar = await owner.inOrganization((db) => db.party.findFirst({ where: { publicId: far }, select: { id: true } }));
    expect(source?.partyId).toBe(ofFar?.id);
    // The recruiter’s own ledger is lower: the highest amount that workers paid counts.
    for (const line of ledger('600')) await post(main, line);
    expect((await newest()).input.facts.recruitmentCost).toMatchObject({ value: 6 });
    const [link] = await subAgents(main);
    await post(main, { intent: 'end-relation', linkId: link?.linkId ?? '', validTo: '2020-01-01' });
    expect((await newest()).input.facts.recruitmentCost).toMatchObject({ value: 2 });
  });

  test('raise alerts for upstream suppliers, with the path, until the chain is cut', async () => {
    const { post, subAgents, alerts, chain } = await setting();
    const { hotel, main, middle, far } = await chain();
    await post(far, ban);
    const [raised, ...more] = await alerts();
    expect(more).toEqual([]);
    expect(raised).toMatchObject({
      kind: 'recruiter-sanction',
      publicId: hotel.publicId,
      basis: {
        subject: 'Far agency',
        via: [
          { publicId: main, name: 'Main agency' },
          { publicId: middle, name: 'Middle agency' },
        ],
      },
    });
    expect(raised && titleText(raised.kind, raised.basis)).toContain(
      'Far agency, a sub-agent of Middle agency, recruits for this supplier.',
    );
    // An alert of the supplier’s own recruiter has no path.
    await post(main, ban);
    const own = (await alerts()).find(({ basis }) => basis.subject === 'Main agency');
    expect(own?.basis.via).toBeUndefined();
    const [link] = await subAgents(main);
    await post(main, { intent: 'remove-relation', linkId: link?.linkId ?? '' });
    expect((await alerts()).map(({ basis }) => basis.subject)).toEqual(['Main agency']);
    expect((await alerts('&status=ended')).map(({ basis }) => basis.subject)).toEqual(['Far agency']);
  });

  test('are read with the same number of queries for one supplier and for many', async () => {
    const { owner, add, post, chain } = await setting();
    const { hotel, far } = await chain();
    await post(far, ban);
    for (const line of ledger('1800')) await post(far, line);
    const partyIds = [hotel.partyId];
    const few = await countQueries(owner, partyIds);
    for (let index = 0; index < 4; index++) {
      const mill = await makeSupplier(owner, { name: `Mill ${index}` });
      const agency = await add(`Agency ${index}`);
      await post(agency, { intent: 'relate', direction: 'to', other: mill.publicId });
      await post(agency, { intent: 'relate', direction: 'from', other: far });
      partyIds.push(mill.partyId);
    }
    const many = await countQueries(owner, partyIds);
    expect(many).toEqual({ ...few, alerts: 5, corridors: 5 });
    expect(few.queries).toBeLessThanOrEqual(8);
  });
});

async function countQueries(made: MadeMember, partyIds: string[]) {
  let queries = 0;
  return made.inOrganization(async (db) => {
    const counted = new Proxy(db, {
      get(target, name, receiver) {
        const value = Reflect.get(target, name, receiver);
        if (name === '$queryRaw' || (typeof name === 'string' && !name.startsWith('$') && typeof value === 'object')) queries++;
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    const alerts = await recruiterAlerts(counted, { partyIds, asOf: '2026-11-30' });
    const facts = await recruitmentFacts(counted, { partyIds, asOf: '2026-11-30' });
    return { queries, alerts: alerts.length, corridors: [...facts.values()].flat().length };
  });
}
