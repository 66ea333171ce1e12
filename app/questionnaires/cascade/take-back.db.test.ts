import { describe, expect, it } from 'vitest';
import { openOnDevice } from '~/access/answer-devices.server';
import { findAnswerLink } from '~/access/answer-links.server';
import { requireRespondent } from '~/access/require-respondent.server';
import { forOrganization } from '~/access/tenant-db.server';
import { readResponse } from '~/questionnaires/responses/read-response.server';
import { readChanges } from '~/supply-chain/analysis/read-changes.server';
import { readRequest } from '~/questionnaires/requests/read-request.server';
import { openRequest } from '~/questionnaires/requests/open-request.server';
import { reachAsker } from '~/questionnaires/requests/receive-answers.server';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { answerAndSubmit, makeRequest } from '../../../tests/factories/request';
import { nameParty } from './name-party.server';
import { passOn } from './pass-on.server';
import { readChainPage } from './read-chain-page.server';
import { inOwn } from './name-party.server';
import { takeBackName } from './take-back.server';

const now = new Date();
const today = now.toISOString().slice(0, 10);
const visit = (headers: Record<string, string> = {}) =>
  new Request('http://localhost/', { headers: { 'User-Agent': 'phone', ...headers } });
type Made = Awaited<ReturnType<typeof makeRequest>>;

async function name(made: Made, name: string, kind: 'subcontractor' | 'labour-recruiter' = 'subcontractor') {
  const named = await nameParty(await made.respondent(), { entry: { intent: 'name', kind, name, country: 'VN', isPassedOn: true }, now });
  if (named.kind !== 'named') throw new Error(named.code);
  return { namedId: named.namedId, token: named.link?.token ?? '', responseId: named.link?.responseId ?? '' };
}

async function open(token: string) {
  const device = await openOnDevice(token, visit(), openRequest);
  const responseId = device?.responseId ?? '';
  return () => requireRespondent(visit({ Cookie: device?.setCookie.split(';')[0] ?? '' }), { responseId });
}

const thrown = async (work: Promise<unknown>): Promise<Response> =>
  work.then(
    () => new Response(null, { status: 200 }),
    (error: unknown) => (error instanceof Response ? error : new Response(null, { status: 500 })),
  );
const linksOf = (buyer: MadeMember, as: string) =>
  buyer.inOrganization((db) => db.supplyLink.count({ where: { withdrawnAt: null, from: { is: { name: as } } } }));

describe('a withdrawn subcontractor', () => {
  it('ends the request and the supply link everywhere, shows so on the link, and keeps every row', async () => {
    const buyer = await makeMember();
    const mill = await makeRequest(buyer, { name: 'Mill' });
    const waits = await name(mill, 'Never ours');
    const opened = await name(mill, 'Opened it', 'labour-recruiter');
    const stays = await name(mill, 'Truly ours');
    const device = await open(opened.token);
    const asker = await mill.respondent();
    expect(await takeBackName(asker, { namedId: waits.namedId, now })).toBe(true);
    expect(await takeBackName(asker, { namedId: opened.namedId, now })).toBe(true);

    expect(await findAnswerLink(waits.token)).toMatchObject({ kind: 'over', why: 'taken-back' });
    const response = await thrown(device());
    expect(response.status).toBe(410);
    expect(await response.json()).toEqual({ takenBackBy: 'Mill' });
    expect(await findAnswerLink(stays.token)).toMatchObject({ kind: 'open' });

    expect([await linksOf(buyer, 'Never ours'), await linksOf(buyer, 'Opened it'), await linksOf(buyer, 'Truly ours')]).toEqual([0, 0, 1]);
    expect(await inOwn(asker)((db) => db.supplyLink.count({ where: { withdrawnAt: null } }))).toBe(1);
    expect(await buyer.inOrganization((db) => db.party.count({ where: { name: { in: ['Never ours', 'Opened it'] } } }))).toBe(2);
    const request = await buyer.inOrganization((db) => readRequest(db, mill.responseId));
    expect(request?.named.map(({ name: who, kind, takenBackAt }) => [who, kind, takenBackAt !== null])).toEqual([
      ['Never ours', 'subcontracts', true],
      ['Opened it', 'recruits', true],
      ['Truly ours', 'subcontracts', false],
    ]);
    const passed = await buyer.inOrganization((db) => readRequest(db, waits.responseId));
    expect(passed).toMatchObject({ status: 'withdrawn', takenBackAt: now, via: { name: 'Mill' } });
    const changes = await buyer.inOrganization((db) => readChanges(db, { since: today }));
    expect(changes.removed).toBe(2);
    expect(changes.takenBack.map(({ name: who, by }) => [who, by]).sort()).toEqual([
      ['Never ours', 'Mill'],
      ['Opened it', 'Mill'],
    ]);
    const acts = await buyer.inOrganization((db) =>
      db.activity.findMany({ where: { recordId: mill.responseId, act: 'take-back-party' }, select: { changes: true } }),
    );
    expect(JSON.stringify(acts)).toContain('Never ours');
    expect(acts).toHaveLength(2);

    const page = await readChainPage(asker);
    expect(page.named.map((row) => [row.name, row.takenBackAt === null]).sort()).toEqual([
      ['Never ours', false],
      ['Opened it', false],
      ['Truly ours', true],
    ]);
    expect(await takeBackName(asker, { namedId: waits.namedId, now })).toBe(false);
    expect(await inOwn(asker)((db) => passOn(db, asker, { namedId: waits.namedId, email: null, now }))).toBeNull();
    const again = await name(mill, 'Never ours');
    expect(again.namedId).not.toBe(waits.namedId);
    expect(await findAnswerLink(again.token)).toMatchObject({ kind: 'open' });
    expect(await linksOf(buyer, 'Never ours')).toBe(1);
  });

  it('keeps answers with their respondent, and corrections of a member with the member', async () => {
    const buyer = await makeMember();
    const mill = await makeRequest(buyer, { name: 'Mill' });
    const dye = await name(mill, 'Dye works');
    const device = await open(dye.token);
    await answerAndSubmit(await device(), now);
    const own = await mill.respondent();
    const millOrganization = own.request.supplierOrganizationId;
    await reachAsker({ askerOrganizationId: millOrganization, responseId: dye.responseId, now });
    const memberSource = await buyer.inOrganization((db) => db.source.create({ data: { kind: 'member' }, select: { id: true } }));
    await buyer.inOrganization((db) =>
      db.supplyLink.updateMany({ where: { withdrawnAt: null, from: { is: { name: 'Dye works' } } }, data: { sourceId: memberSource.id } }),
    );
    expect(await takeBackName(own, { namedId: dye.namedId, now })).toBe(true);
    expect((await device()).request).toMatchObject({ status: 'submitted', takenBackAt: now });
    const read = await forOrganization({ organizationId: millOrganization })((db) => readResponse(db, dye.responseId));
    expect(read?.answers.size).toBeGreaterThan(10);
    expect(await buyer.inOrganization((db) => readRequest(db, dye.responseId))).toMatchObject({ status: 'submitted', takenBackAt: now });
    expect(await linksOf(buyer, 'Dye works')).toBe(1);
  });

  it('can be withdrawn only by the supplier that named it', async () => {
    const buyer = await makeMember();
    const mill = await makeRequest(buyer, { name: 'Mill' });
    const other = await makeRequest(buyer, { name: 'Other mill' });
    const named = await name(mill, 'Named once');
    expect(await takeBackName(await other.respondent(), { namedId: named.namedId, now })).toBe(false);
    expect(await findAnswerLink(named.token)).toMatchObject({ kind: 'open' });
  });
});
