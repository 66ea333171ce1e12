import { describe, expect, it } from 'vitest';
import { openOnDevice } from '~/access/answer-devices.server';
import { findAnswerLink } from '~/access/answer-links.server';
import { requireRespondent } from '~/access/require-respondent.server';
import { askersBehind } from '~/access/supplier-side.server';
import { forOrganization } from '~/access/tenant-db.server';
import { readResponse } from '~/questionnaires/responses/read-response.server';
import { defaultInstrument } from '~/questionnaires/responses/schema';
import { keyOfDepth } from '~/questionnaires/templates/depths';
import { listRequests, readFunnel } from '~/questionnaires/requests/list-requests.server';
import { openRequest } from '~/questionnaires/requests/open-request.server';
import { reachAsker } from '~/questionnaires/requests/receive-answers.server';
import { forwardSections, listColleagues, revokeColleague } from '~/questionnaires/respondent/forward-sections.server';
import { refuseRequest } from '~/questionnaires/respondent/refuse-request.server';
import { saveOne } from '~/questionnaires/respondent/save-own.server';
import { shareAgain, stopSharing } from '~/questionnaires/respondent/submit-own.server';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { answerAndSubmit, makeRequest } from '../../../tests/factories/request';
import { makeSupplier } from '../../../tests/factories/supplier';
import { inOwn, nameParty } from './name-party.server';
import { renewPassedOn, withdrawPassedOn } from './pass-on.server';
import { readChainPage } from './read-chain-page.server';
import { stateChain } from './state-chain.server';

const now = new Date();
const visit = (headers: Record<string, string> = {}) =>
  new Request('http://localhost/', { headers: { 'User-Agent': 'phone', ...headers } });
type Made = Awaited<ReturnType<typeof makeRequest>>;

/** Names a company; with `isPassedOn`, opens its link on a device of its own. */
async function name(made: Made, name: string, more: Partial<Parameters<typeof nameParty>[1]['entry']> = {}) {
  const respondent = await made.respondent();
  const entry = { intent: 'name' as const, kind: 'subcontractor' as const, name, country: 'VN', isPassedOn: true, ...more };
  const named = await nameParty(respondent, { entry, now });
  if (named.kind !== 'named') throw new Error(named.code);
  return { ...named, token: named.link?.token ?? '', responseId: named.link?.responseId ?? '' };
}

async function open(token: string) {
  const device = await openOnDevice(token, visit(), openRequest);
  const responseId = device?.responseId ?? '';
  const respondent = () => requireRespondent(visit({ Cookie: device?.setCookie.split(';')[0] ?? '' }), { responseId });
  return { responseId, respondent };
}

const inBuyer = <T>(buyer: MadeMember, work: Parameters<MadeMember['inOrganization']>[0]) => buyer.inOrganization(work) as Promise<T>;
const statuses = async (buyer: MadeMember) => {
  const { rows } = await buyer.inOrganization((db) => listRequests(db, {}));
  return Object.fromEntries(rows.map(({ name: supplier, status, tier, via }) => [supplier, { status, tier, via }]));
};

describe('A11: a supplier names its own suppliers and forwards the questionnaire', () => {
  it('the buyer sees the chain grow and who answered or declined, and reads a further tier only with its consent', async () => {
    const buyer = await makeMember();
    const first = await makeRequest(buyer, { name: 'Tier one mill' });
    const dye = await name(first, 'Dye works');
    const sew = await name(first, 'Sewing shop', { country: undefined });
    expect(await statuses(buyer)).toMatchObject({
      'Tier one mill': { status: 'opened', via: null },
      'Dye works': { status: 'invited', via: 'Tier one mill' },
      'Sewing shop': { status: 'invited', via: 'Tier one mill' },
    });
    const links = await buyer.inOrganization((db) =>
      db.supplyLink.findMany({
        where: { kind: 'subcontracts' },
        select: { toPartyId: true, source: { select: { kind: true, responseId: true } } },
      }),
    );
    expect(links).toHaveLength(2);
    for (const link of links)
      expect(link).toEqual({ toPartyId: first.partyId, source: { kind: 'response', responseId: first.responseId } });

    const dyer = await open(dye.token);
    expect((await statuses(buyer))['Dye works']).toMatchObject({ status: 'opened' });
    expect(await askersBehind({ organizationId: (await dyer.respondent()).asker.id }, dyer.responseId)).toEqual([
      { id: buyer.organization.id, name: buyer.organization.name, kind: 'company' },
    ]);
    await refuseRequest(await dyer.respondent(), { reason: 'We answer another buyer', now });
    await answerAndSubmit(await first.respondent(), now);
    await reachAsker({ askerOrganizationId: buyer.organization.id, responseId: first.responseId, now });
    expect(await statuses(buyer)).toMatchObject({
      'Tier one mill': { status: 'submitted' },
      'Dye works': { status: 'refused' },
      'Sewing shop': { status: 'invited' },
    });
    const funnel = await buyer.inOrganization((db) => readFunnel(db));
    expect(funnel.all).toMatchObject({ invited: 3, submitted: 1, refused: 1 });
    const refused = await buyer.inOrganization((db) => listRequests(db, { status: 'refused' }));
    expect(refused.rows[0]).toMatchObject({ name: 'Dye works', refusalReason: 'We answer another buyer', email: null });

    const sewer = await open(sew.token);
    const asker = (await sewer.respondent()).asker.id;
    await answerAndSubmit(await sewer.respondent(), now);
    await reachAsker({ askerOrganizationId: asker, responseId: sewer.responseId, now });
    expect((await statuses(buyer))['Sewing shop']).toMatchObject({ status: 'submitted' });
    const read = () => buyer.inOrganization((db) => readResponse(db, sewer.responseId));
    expect([...((await read())?.answers ?? [])]).toEqual([]);
    expect((await forOrganization({ organizationId: asker })((db) => readResponse(db, sewer.responseId)))?.sharing).toBe('shared');

    expect(await shareAgain(await sewer.respondent(), { now, recipient: { id: buyer.organization.id, kind: 'company' } })).toBe(true);
    await reachAsker({ askerOrganizationId: asker, responseId: sewer.responseId, now });
    expect(await read()).toMatchObject({ sharing: 'shared' });
    expect((await read())?.answers.size).toBeGreaterThan(10);
    expect(await stopSharing(await sewer.respondent(), { now, recipientId: buyer.organization.id })).toBe(true);
    expect([...((await read())?.answers ?? [])]).toEqual([]);
  });

  it('sends the core in the language of the company’s country; another language, or the same questions, can be chosen', async () => {
    const buyer = await makeMember();
    const first = await makeRequest(buyer, { name: 'Passing mill' });
    const asked = async (made: { responseId: string }) =>
      buyer.inOrganization((db) =>
        db.questionnaireRequest.findFirstOrThrow({
          where: { responseId: made.responseId },
          select: { locale: true, response: { select: { instrumentKey: true } } },
        }),
      );
    expect(await asked(await name(first, 'Dye works of Hanoi'))).toEqual({ locale: 'vi', response: { instrumentKey: keyOfDepth('core') } });
    expect(await asked(await name(first, 'Works of no country', { country: undefined }))).toMatchObject({ locale: 'en' });
    const chosen = await name(first, 'Works that reads French', { locale: 'fr', questions: 'same' });
    expect(await asked(chosen)).toEqual({ locale: 'fr', response: { instrumentKey: defaultInstrument } });
    expect((await readChainPage(await first.respondent())).passed.map(({ value }) => value)).toEqual(['core', 'same']);
  });

  it('continues to a third tier: the buyer sees it, and each tier gives its own consent', async () => {
    const buyer = await makeMember();
    const first = await makeRequest(buyer, { name: 'First' });
    const second = await open((await name(first, 'Second')).token);
    const made: Made = { ...first, responseId: second.responseId, respondent: second.respondent };
    const third = await open((await name(made, 'Third', { kind: 'labour-recruiter' })).token);
    expect(await statuses(buyer)).toMatchObject({ Third: { status: 'opened', via: 'Second' } });
    const behind = await askersBehind({ organizationId: (await third.respondent()).asker.id }, third.responseId);
    expect(behind.map(({ name: asker }) => asker)).toEqual(['First', buyer.organization.name]);
    const provider = await buyer.inOrganization((db) => db.party.findFirst({ where: { name: 'Third' }, select: { kind: true } }));
    expect(provider?.kind).toBe('labour-recruiter');
  });

  it('reveals to the supplier none of the known companies, and merges nothing', async () => {
    const buyer = await makeMember();
    await makeSupplier(buyer, { name: 'Known to the buyer' });
    const first = await makeRequest(buyer, { name: 'Naming mill' });
    const known = await name(first, 'Known to the buyer');
    const unknown = await name(first, 'Known to nobody');
    const shape = (value: object) => Object.keys(value).sort();
    expect(shape(known.link ?? {})).toEqual(shape(unknown.link ?? {}));
    expect(await buyer.inOrganization((db) => db.party.count({ where: { name: 'Known to the buyer' } }))).toBe(2);
    const other = await makeRequest(buyer, { name: 'Another mill of the buyer' });
    expect((await readChainPage(await other.respondent())).named).toEqual([]);
    await name(other, 'Known to the buyer');
    const again = await nameParty(await other.respondent(), {
      entry: { intent: 'name', kind: 'subcontractor', name: 'KNOWN to the Buyer', isPassedOn: false },
      now,
    });
    expect(again).toEqual({ kind: 'refused', code: 'named-already' });
  });

  it('a link is renewed or withdrawn only by the supplier that forwarded it; not known is saved as an answer', async () => {
    const buyer = await makeMember();
    const first = await makeRequest(buyer, { name: 'Careful mill' });
    const other = await makeRequest(buyer, { name: 'Other mill' });
    const named = await name(first, 'Knitter');
    const [mine, theirs] = [await first.respondent(), await other.respondent()];
    const options = { namedId: named.namedId, now };
    expect(await inOwn(theirs)((db) => renewPassedOn(db, theirs, options))).toBeNull();
    expect(await inOwn(theirs)((db) => withdrawPassedOn(db, theirs, options))).toBe(false);
    const renewed = await inOwn(mine)((db) => renewPassedOn(db, mine, options));
    expect((await findAnswerLink(named.token)).kind).toBe('over');
    expect((await findAnswerLink(renewed?.token ?? '')).kind).toBe('open');
    expect(await inOwn(mine)((db) => withdrawPassedOn(db, mine, options))).toBe(true);
    expect((await findAnswerLink(renewed?.token ?? '')).kind).toBe('over');
    expect((await statuses(buyer)).Knitter).toMatchObject({ status: 'withdrawn' });
    expect(await stateChain(mine, { statement: 'unknown', note: 'We buy at a market' })).toBe(true);
    const said = await inBuyer<{ chainStatement: string | null }>(buyer, (db) =>
      db.questionnaireRequest.findFirst({ where: { responseId: first.responseId }, select: { chainStatement: true, chainNote: true } }),
    );
    expect(said).toEqual({ chainStatement: 'unknown', chainNote: 'We buy at a market' });
  });
});

describe('a section assigned to a colleague', () => {
  it('is all that his device opens: he answers it, and neither submits nor reads the rest', async () => {
    const buyer = await makeMember();
    const made = await makeRequest(buyer, { name: 'Mill with colleagues' });
    const own = await made.respondent();
    const instrumentKey = (await own.inResponse((db) => db.questionnaireResponse.findFirstOrThrow({ where: { id: made.responseId } })))
      .instrumentKey;
    const forward = (label: string, sections: string[]) => forwardSections(own, { label, sections, instrumentKey, now });
    expect(await forward('Wages', [])).toEqual({ kind: 'refused', code: 'no-section' });
    expect(await forward('', ['P2'])).toEqual({ kind: 'refused', code: 'no-name' });
    expect(await forward('Wages', ['X9'])).toEqual({ kind: 'refused', code: 'no-section' });
    const forwarded = await forward('Wages office', ['P2']);
    if (forwarded.kind !== 'forwarded') throw new Error(forwarded.code);
    expect(await findAnswerLink(forwarded.token)).toMatchObject({ kind: 'open', request: { sections: ['P2'], isAddressKnown: false } });
    expect(await listColleagues(own)).toMatchObject([{ label: 'Wages office', isOpened: false }]);
    const device = await openOnDevice(forwarded.token, visit(), openRequest);
    const cookie = { Cookie: device?.setCookie.split(';')[0] ?? '' };
    const params = { responseId: made.responseId };
    const statusOf = async (work: Promise<unknown>) =>
      work.then(() => 200).catch((thrown: unknown) => (thrown instanceof Response ? thrown.status : 500));
    expect(await statusOf(requireRespondent(visit(cookie), params))).toBe(404);
    const colleague = await requireRespondent(visit(cookie), params, 'answer:response', 'to-part');
    expect(colleague.sections).toEqual(['P2']);
    const answer = (question: string) => {
      const form = new FormData();
      form.set('question', question);
      form.set(`${question}:value`, '2');
      return saveOne(colleague, { form, now });
    };
    expect(await answer('P2.Q1')).toMatchObject({ refusal: null });
    expect(await answer('P1.Q1')).toMatchObject({ savedAt: null, refusal: expect.any(String) });
    expect((await answer('P2.Q1'))?.unasked.every((key) => key.startsWith('P2.'))).toBe(true);
    const [listed] = await listColleagues(own);
    expect(listed).toMatchObject({ label: 'Wages office', isOpened: true });
    const stranger = await makeRequest(buyer, { name: 'Stranger mill' });
    expect(await revokeColleague(await stranger.respondent(), { id: listed?.id ?? '', now })).toBe(false);
    expect(await revokeColleague(own, { id: listed?.id ?? '', now })).toBe(true);
    expect(await statusOf(requireRespondent(visit(cookie), params, 'answer:response', 'to-part'))).toBe(410);
    expect(await listColleagues(own)).toEqual([]);
  });
});
