import { describe, expect, it } from 'vitest';
import { questionsOf } from '#scoring';
import { answerQuestion } from '~/questionnaires/responses/answer-question.server';
import { unansweredIn, submitResponse } from '~/questionnaires/responses/submit-response.server';
import { readResponse } from '~/questionnaires/responses/read-response.server';
import { raiseOverride } from '~/risk/override-record/given-overrides.server';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import { instrument } from '~/questionnaires/templates/instrument-at.server';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { changeDeal } from './change-deal.server';
import { decideCategory } from '~/lending/categorisation/decide-category.server';
import { keepScopeTest } from '~/lending/applicability/keep-scope-test.server';
import { listParties } from './list-parties.server';
import { listDeals } from './list-deals.server';
import { markRestNotAssessed } from './mark-rest.server';
import { type Move, moveDeal } from './move-deal.server';
import { openDeal } from './open-deal.server';
import { putParty, takePartyOff } from './put-party.server';
import { readReviewsShown } from './read-review.server';
import { readDeal } from './read-deal.server';
import type { DealRecord } from '~/lending/deal-record/record';
import { startReview } from './start-review.server';
import type { CommitteeDecision, DealState } from '~/lending/deal-record/states';

/** A later moment each time, as days have it. */
let moment = Date.parse('2026-12-02T18:00:00Z');
const later = () => {
  moment += 1_000;
  return new Date(moment);
};
const now = later();
const solar: DealRecord = {
  ...{
    projectName: 'Solar park',
    sponsor: 'A sponsor',
    hostCountries: ['VN'],
    latitude: null,
    longitude: null,
    sector: 'power',
    sectorCode: '3510',
  },
  ...{ product: 'project-finance', stage: 'planning', lenderRole: 'lender', currency: 'USD', capitalCostMinor: 12_000_000_00n },
  ...{ loanTotalMinor: 8_000_000_00n, commitmentMinor: 4_000_000_00n, usdRate: null, usdRateOn: null, tenorMonths: 180 },
  ...{ isMostlyForProject: null, isControlled: null, refinancedBy: null, wasFinancedUnderPrinciples: null, hasMaterialChange: null },
  ...{ isCompleteAtSigning: null, signedOn: null, closedOn: null, region: null, hasNameConsent: false },
};

async function openOne(member: MadeMember, more: Partial<DealRecord> = {}) {
  const client = await makeSupplier(member);
  const opened = await member.inOrganization((db) =>
    openDeal(db, { ...solar, ...more }, { clientPublicId: client.publicId, userId: member.user.id, now }),
  );
  if (opened.kind === 'refused') throw new Error(opened.code);
  return { ...opened, client };
}
const read = async (member: MadeMember, dealId: string) => {
  const found = await member.inOrganization((db) => readDeal(db, { dealId, today: '2026-12-02' }));
  if (!found) throw new Error('no transaction');
  return found;
};
const move = (member: MadeMember, dealId: string, seen: DealState, what: Move = { intent: 'go-on' }) =>
  member.inOrganization((db) => moveDeal(db, what, { dealId, seen, userId: member.user.id, now: later() }));
const screen = (member: MadeMember, dealId: string, exception = '') =>
  member.inOrganization((db) => keepScopeTest(db, { dealId, exception, userId: member.user.id, now: later() }));
const categorise = (member: MadeMember, dealId: string, category: 'A' | 'B' | 'C' = 'A') =>
  member.inOrganization((db) =>
    decideCategory(db, {
      dealId,
      category,
      reasons: { labour: 'A large migrant workforce in a camp' },
      userId: member.user.id,
      now: later(),
    }),
  );

/** Answers every question of a review: review items by `value`, others by their first choice. */
async function answerAll(member: MadeMember, responseId: string, value: string) {
  await member.inOrganization(async (db) => {
    const response = await readResponse(db, responseId);
    if (!response) throw new Error('no review');
    for (const question of questionsOf(instrument(response.instrumentKey)).filter(({ key }) => unansweredIn(response).includes(key))) {
      const given = { REVIEW: value, NUMBER: 10, TEXT: 'As the documents say', DATE: '2027-06-30' }[question.type as string];
      await answerQuestion(db, {
        ...{ responseId, question: question.key, userId: member.user.id, now },
        value: given ?? (question.options ?? [])[0]?.value,
      });
    }
    const submitted = await submitResponse(db, { responseId, userId: member.user.id, now });
    expect(submitted).toMatchObject({ kind: 'submitted' });
  });
}

describe('a deal', () => {
  it('is numbered within its year, read with its client, and rejected for an unknown client', async () => {
    const owner = await makeMember();
    const first = await openOne(owner);
    const second = await openOne(owner);
    expect([first.number, second.number]).toEqual(['D-2026-0001', 'D-2026-0002']);
    const found = await read(owner, first.dealId);
    expect(found).toMatchObject({ status: 'draft', record: { capitalCostMinor: 12_000_000_00 }, designation: { kind: 'non-designated' } });
    expect(found.next).toMatchObject({ to: 'screened', blocks: [{ code: 'scope-missing' }] });
    const refused = await owner.inOrganization((db) => openDeal(db, solar, { clientPublicId: '7ZZZZZZZZZ1', userId: owner.user.id, now }));
    expect(refused).toEqual({ kind: 'refused', code: 'unknown-client' });
    const stranger = await makeMember();
    expect(await stranger.inOrganization((db) => readDeal(db, { dealId: first.dealId, today: '2026-12-02' }))).toBeNull();
  });

  it('is listed by stage, category, product, country and search terms, and pages without a gap', async () => {
    const owner = await makeMember();
    const made = [
      await openOne(owner),
      await openOne(owner, { projectName: 'Garment hall', hostCountries: ['BD'], product: 'corporate-loan' }),
    ];
    await categorise(owner, made[0]?.dealId ?? '', 'A');
    await categorise(owner, made[0]?.dealId ?? '', 'B');
    const list = (more: object) => owner.inOrganization((db) => listDeals(db, { after: null, before: null, ...more }));
    const names = async (more: object) => (await list(more)).rows.map(({ projectName }) => projectName);
    expect(await names({ category: 'B' })).toEqual(['Solar park']);
    expect(await names({ category: 'A' })).toEqual([]);
    expect(await names({ country: 'BD' })).toEqual(['Garment hall']);
    expect(await names({ product: 'corporate-loan' })).toEqual(['Garment hall']);
    expect(await names({ search: 'nt hall' })).toEqual(['Garment hall']);
    expect(await names({ search: 'd-2026-0001' })).toEqual(['Solar park']);
    const page = await list({ take: 1 });
    const next = await list({ take: 1, after: page.after });
    expect([...page.rows, ...next.rows].map(({ id }) => id).sort()).toEqual(made.map(({ dealId }) => dealId).sort());
  });

  it('is edited by one user at a time: the second is notified, and nothing of the first is lost', async () => {
    const owner = await makeMember();
    const { dealId } = await openOne(owner);
    const change = (revision: number, sponsor: string) =>
      owner.inOrganization((db) => changeDeal(db, { ...solar, sponsor }, { dealId, revision, userId: owner.user.id }));
    const both = await Promise.all([change(1, 'One'), change(1, 'Two')]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['changed', 'refused']);
    const { revision, record } = await read(owner, dealId);
    expect(revision).toBe(2);
    expect(await change(2, record.sponsor)).toEqual({ kind: 'same' });
  });
});

describe('scope and category', () => {
  it('a test older than the record no longer counts; an exception is saved with its reason', async () => {
    const owner = await makeMember();
    const { dealId } = await openOne(owner);
    expect(await screen(owner, dealId)).toEqual({ kind: 'kept', result: 'in' });
    expect(await screen(owner, dealId, 'By choice')).toEqual({ kind: 'refused', code: 'exception-needless' });
    await owner.inOrganization((db) =>
      changeDeal(db, { ...solar, capitalCostMinor: 9_999_999_00n }, { dealId, revision: 1, userId: owner.user.id }),
    );
    expect((await read(owner, dealId)).next?.blocks).toEqual([{ code: 'scope-missing' }]);
    expect(await screen(owner, dealId)).toEqual({ kind: 'kept', result: 'out' });
    expect((await read(owner, dealId)).next?.blocks).toEqual([{ code: 'scope-out' }]);
    await screen(owner, dealId, 'Migrant workers live on the site');
    expect(await move(owner, dealId, 'draft')).toEqual({ kind: 'moved', to: 'screened' });
    expect((await read(owner, dealId)).scopes).toHaveLength(3);
  });

  it('a category needs a reason on labour or human rights, keeps its history, and is final once the committee saw it', async () => {
    const owner = await makeMember();
    const { dealId } = await openOne(owner);
    const decide = (reasons: object) =>
      owner.inOrganization((db) => decideCategory(db, { dealId, category: 'B', reasons, userId: owner.user.id, now }));
    expect(await decide({ climate: '' })).toEqual({ kind: 'refused', code: 'reasons-missing' });
    expect(await decide({ climate: 'Dry land' })).toEqual({ kind: 'refused', code: 'labour-reason-missing' });
    await categorise(owner, dealId, 'A');
    await categorise(owner, dealId, 'B');
    expect((await read(owner, dealId)).categories.map(({ category }) => category)).toEqual(['B', 'A']);
    await owner.inOrganization((db) => db.deal.updateMany({ data: { status: 'committee' } }));
    expect(await categorise(owner, dealId, 'C')).toEqual({ kind: 'refused', code: 'category-fixed' });
  });
});

describe('the stages of a deal', () => {
  it('lead from the draft to the committee and on; a second user decides; the second of two simultaneous decisions is reported', async () => {
    const owner = await makeMember();
    const reviewer = await makeMember({ role: 'reviewer', organization: owner.organization });
    const { dealId } = await openOne(owner);
    await screen(owner, dealId);
    await move(owner, dealId, 'draft');
    expect(await move(owner, dealId, 'screened')).toEqual({
      kind: 'blocked',
      to: 'categorised',
      blocks: [{ code: 'category-missing' }],
    });
    const begin = () => owner.inOrganization((db) => startReview(db, { dealId, userId: owner.user.id, now }));
    expect(await begin()).toEqual({ kind: 'refused', code: 'category-missing' });
    await categorise(owner, dealId);
    await move(owner, dealId, 'screened');
    expect(await begin()).toEqual({ kind: 'started' });
    expect(await begin()).toEqual({ kind: 'refused', code: 'already-started' });
    expect(await move(owner, dealId, 'categorised')).toMatchObject({ kind: 'blocked', blocks: [{ code: 'equator-open' }] });
    const { equatorId, ps2Id } = await read(owner, dealId);
    const prefilled = await owner.inOrganization((db) =>
      db.answer.findMany({ where: { responseId: equatorId ?? '' }, select: { question: true, value: true } }),
    );
    expect(Object.fromEntries(prefilled.map(({ question, value }) => [question, value]))).toMatchObject({
      ...{ 'EQ1.1': 'a', 'EQ3.1': 'non-designated', 'EQ0.6': 12, 'EQ0.15': 'in' },
    });
    await answerAll(owner, equatorId ?? '', 'met');
    await answerAll(owner, ps2Id ?? '', 'met');
    for (const seen of ['categorised', 'assessed', 'reviewed', 'plan-agreed'] as const)
      expect((await move(owner, dealId, seen)).kind, seen).toBe('moved');
    const decide = (member: MadeMember, decision: CommitteeDecision, conditions = '') =>
      move(member, dealId, 'committee', { intent: 'decide', decision, reason: 'Well reviewed', conditions });
    expect(await decide(owner, 'approve')).toEqual({ kind: 'refused', code: 'same-person' });
    expect(await decide(reviewer, 'approve-with-conditions')).toEqual({ kind: 'refused', code: 'conditions-missing' });
    expect(await decide(reviewer, 'hold')).toEqual({ kind: 'moved', to: 'held' });
    expect((await move(reviewer, dealId, 'held', { intent: 'resume', reason: 'The study came' })).kind).toBe('moved');
    expect(await decide(owner, 'approve')).toEqual({ kind: 'refused', code: 'same-person' });
    const both = await Promise.all([decide(reviewer, 'approve'), decide(reviewer, 'approve')]);
    expect(both.map((each) => (each.kind === 'refused' ? each.code : each.kind)).sort()).toEqual(['already-decided', 'moved']);
    expect((await move(owner, dealId, 'committee')).kind).toBe('moved');
    expect(await move(owner, dealId, 'conditions-met')).toMatchObject({
      blocks: [{ code: 'signing-missing' }, { code: 'close-missing' }],
    });
    expect(await move(owner, dealId, 'committee')).toEqual({ kind: 'refused', code: 'moved-meanwhile' });
  });

  it('can be suspended and resumed at the same stage, withdrawn, and declined permanently', async () => {
    const owner = await makeMember();
    const { dealId } = await openOne(owner);
    await screen(owner, dealId);
    await move(owner, dealId, 'draft');
    expect(await move(owner, dealId, 'screened', { intent: 'hold', reason: 'Waits for the study' })).toEqual({
      kind: 'moved',
      to: 'held',
    });
    expect(await move(owner, dealId, 'held', { intent: 'resume', reason: 'It came' })).toEqual({ kind: 'moved', to: 'screened' });
    expect(await move(owner, dealId, 'screened', { intent: 'go-back', to: 'committee', reason: 'No' })).toMatchObject({
      code: 'no-such-step',
    });
    expect(await move(owner, dealId, 'screened', { intent: 'go-back', to: 'draft', reason: 'New facts' })).toMatchObject({
      to: 'draft',
    });
    expect(await move(owner, dealId, 'draft', { intent: 'decline', reason: 'Will not comply' })).toMatchObject({ to: 'declined' });
    const { steps, next } = await read(owner, dealId);
    expect(next).toBeNull();
    expect(steps).toHaveLength(5);
    const changed = await owner.inOrganization((db) => changeDeal(db, solar, { dealId, revision: 1, userId: owner.user.id }));
    expect(changed).toMatchObject({ kind: 'refused', code: 'is-declined' });
  });

  it('unmet items block the plan until an ESAP item covers them; the rest is marked as not assessed', async () => {
    const owner = await makeMember();
    const { dealId } = await openOne(owner);
    await categorise(owner, dealId, 'B');
    await owner.inOrganization((db) => startReview(db, { dealId, userId: owner.user.id, now }));
    const { ps2Id } = await read(owner, dealId);
    await owner.inOrganization((db) =>
      answerQuestion(db, { responseId: ps2Id ?? '', question: 'PS2-22.1', value: 'not-met', userId: owner.user.id, now }),
    );
    const marked = await owner.inOrganization((db) => markRestNotAssessed(db, { dealId, which: 'ps2', userId: owner.user.id, now }));
    expect(marked).toMatchObject({ kind: 'marked' });
    const reviews = await owner.inOrganization((db) => readReviewsShown(db, dealId));
    const ps2 = reviews?.find(({ which }) => which === 'ps2');
    expect(ps2?.rest).toBe(0);
    expect(ps2?.items.flatMap(({ unmet }) => unmet.map(({ key }) => key))).toEqual(['PS2-22.1']);
    expect((await read(owner, dealId)).facts.unplannedItems).toBe(1);
  });
});

describe('the companies of a project', () => {
  it('come from the map, with their role, and show the floor of zero tolerance as a fact only', async () => {
    const owner = await makeMember();
    const { dealId, client } = await openOne(owner);
    const contractor = await makeSupplier(owner);
    const put = (partyPublicId: string, part: 'epc-contractor' | 'camp' = 'epc-contractor') =>
      owner.inOrganization((db) => putParty(db, { dealId, partyPublicId, part, note: '', userId: owner.user.id }));
    expect(await put(client.publicId)).toEqual({ kind: 'refused', code: 'is-client' });
    expect(await put('7ZZZZZZZZZ1')).toEqual({ kind: 'refused', code: 'unknown-party' });
    expect(await put(contractor.publicId)).toEqual({ kind: 'put' });
    await put(contractor.publicId, 'camp');
    expect((await owner.inOrganization((db) => listParties(db, dealId))).map(({ part }) => part)).toEqual(['camp']);
    expect((await read(owner, dealId)).isDrawstopped).toBe(false);
    await owner.inOrganization(async (db) => {
      await raiseOverride(db, { partyId: contractor.partyId, code: 'O1', evidence: 'none', since: '2026-12-01', userId: owner.user.id });
      await scoreSuppliers(db, { partyIds: [contractor.partyId], asOf: '2026-12-02' });
    });
    expect((await read(owner, dealId)).isDrawstopped).toBe(true);
    const off = await owner.inOrganization((db) => takePartyOff(db, { dealId, partyPublicId: contractor.publicId, userId: owner.user.id }));
    expect(off).toEqual({ kind: 'taken-off' });
    expect((await read(owner, dealId)).isDrawstopped).toBe(false);
  });
});
