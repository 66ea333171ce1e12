import { beforeAll, expect, it } from 'vitest';
import { readFunnel } from '~/questionnaires/requests/list-requests.server';
import { defaultInstrument } from '~/questionnaires/responses/schema';
import * as chartRoute from '~/routes/org/questionnaires/campaign-chart';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { answerAndSubmit, makeRequest } from '../../../tests/factories/request';
import { listChase, readChaseState } from './list-chase.server';

const now = new Date('2026-11-26T08:00:00Z');
let buyer: MadeMember;
let campaignId: string;

/** A campaign with a request at each stage: not opened, opened twice, started, refused after it was opened, submitted, accepted. */
beforeAll(async () => {
  buyer = await makeMember();
  const ids: string[] = [];
  for (const name of ['Unopened', 'Opened', 'Opened too', 'Started', 'Refused']) {
    const { responseId } = await makeRequest(buyer, { name });
    ids.push(responseId);
  }
  for (const name of ['Submitted', 'Accepted']) {
    const { responseId, respondent } = await makeRequest(buyer, { name });
    await answerAndSubmit(await respondent());
    ids.push(responseId);
  }
  const [unopened = '', , , started = '', refused = '', , accepted = ''] = ids;
  await buyer.inOrganization(async (db) => {
    const made = await db.campaign.create({
      data: { name: 'Autumn', instrumentKey: defaultInstrument, locale: 'en', status: 'going', startedAt: now, createdById: buyer.user.id },
    });
    campaignId = made.id;
    const set = (responseId: string, data: object) => db.questionnaireRequest.updateMany({ where: { responseId }, data });
    for (const id of ids) await set(id, { campaignId });
    await set(unopened, { status: 'invited', openedAt: null });
    await set(started, { status: 'started', startedAt: now });
    await set(refused, { status: 'refused', refusedAt: now });
    await db.questionnaireResponse.updateMany({
      where: { id: accepted },
      data: { status: 'approved', approvedAt: now, approvedById: buyer.user.id },
    });
  });
});

it('lists at each stage those that the funnel counts as waiting there', async () => {
  const { steps } = await buyer.inOrganization((db) => readFunnel(db, { campaignId }));
  const listed = async (show: string) => {
    const state = readChaseState(new URLSearchParams({ show }));
    return (await buyer.inOrganization((db) => listChase(db, { ...state, campaignId }))).rows.map(({ name }) => name);
  };
  expect(steps.invited).toEqual({ reached: 7, waiting: 1, refused: 0 });
  expect(steps.opened).toEqual({ reached: 6, waiting: 2, refused: 1 });
  expect(await listed('not-opened')).toEqual(['Unopened']);
  expect(await listed('at-opened')).toEqual(['Opened', 'Opened too']);
  expect(await listed('at-started')).toEqual(['Started']);
  expect(await listed('to-review')).toEqual(['Submitted']);
  expect([steps.started.waiting, steps.submitted.waiting, steps.accepted.reached]).toEqual([1, 1, 1]);
});

it('is downloaded with its finding, and not found for another organization', async () => {
  const get = (by: MadeMember) =>
    chartRoute.loader({
      request: new Request('http://localhost/x?as=svg', { headers: { Cookie: by.cookie } }),
      ...{ params: { orgSlug: by.organization.slug, campaignId }, context: {} as never },
    });
  expect(await (await get(buyer)).text()).toContain('2 opened the request and have not started, of 7 invited');
  const refused = await get(await makeMember()).catch((error: unknown) => error);
  expect(refused).toMatchObject({ status: 404 });
});
