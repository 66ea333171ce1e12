import { Logger, runOnce } from 'graphile-worker';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as scoring from '~/risk/scores/score-suppliers.server';
import { readOverview } from '~/risk/response-overview/read-overview.server';
import { reachAsker } from '~/questionnaires/requests/receive-answers.server';
import * as homePage from '~/routes/guest/questionnaire/start';
import { stopSharing } from '~/questionnaires/respondent/submit-own.server';
import { makeMember } from '../tests/factories/member';
import { answerAndSubmit, type MadeRequest, makeRequest } from '../tests/factories/request';
import { callRoute } from '../tests/setup/call-route';
import { captureLog } from '../tests/setup/captured-log';
import { testDatabase, withClient } from '../tests/setup/test-database';
import { jobTasks } from './jobs';

const now = new Date('2026-11-03T10:00:00Z');
/** How often scoring fails, as with an unavailable database. */
const trouble = { times: 0 };
const { scoreSuppliers } = scoring;
beforeEach(() => {
  captureLog();
  vi.spyOn(scoring, 'scoreSuppliers').mockImplementation(async (...given) => {
    if (trouble.times === 0) return scoreSuppliers(...given);
    trouble.times -= 1;
    throw new Error('scoring stopped');
  });
});
afterEach(() => {
  trouble.times = 0;
  vi.restoreAllMocks();
});

/** Makes the queue run its next attempt for one organization, now. The database of the tests has jobs of others: they wait. */
async function tryOnce(organizationId: string): Promise<void> {
  const { ownerUrl } = testDatabase();
  await withClient(ownerUrl, (client) =>
    client.query(
      `UPDATE graphile_worker._private_jobs SET run_at = now() + CASE WHEN payload->>'organizationId' = $1 THEN interval '0' ELSE interval '1 day' END`,
      [organizationId],
    ),
  );
  await runOnce({ connectionString: ownerUrl, noHandleSignals: true, logger: new Logger(() => () => {}), taskList: jobTasks() });
}

const homeOf = async ({ responseId, cookie }: MadeRequest) =>
  (await callRoute(homePage.loader, { url: `/guest/questionnaire/${responseId}`, params: { responseId }, cookie })).body;

it('submitted answers whose scoring fails are ingested by the queue, and both sides see that the score is being computed', async () => {
  const buyer = await makeMember();
  const request = await makeRequest(buyer, { name: 'Mill that waits' });
  const scores = () => buyer.inOrganization((db) => db.score.count({ where: { partyId: request.partyId } }));
  const overview = () => buyer.inOrganization((db) => readOverview(db, request.responseId));
  const before = await scores();
  await answerAndSubmit(await request.respondent(), now);
  trouble.times = 2;
  const reach = { askerOrganizationId: buyer.organization.id, responseId: request.responseId, now };
  await reachAsker(reach);
  expect(await overview()).toMatchObject({ sharing: 'shared', isComputing: true });
  expect(await homeOf(request)).toMatchObject({ isProcessing: true });
  await tryOnce(buyer.organization.id);
  expect(await overview()).toMatchObject({ isComputing: true });
  expect(await buyer.inOrganization((db) => db.jobRun.findFirst({ where: { kind: 'receive-answers' } }))).toMatchObject({
    status: 'waiting',
    subjectId: request.responseId,
    attempt: 1,
  });

  await tryOnce(buyer.organization.id);
  expect(await overview()).toMatchObject({ isComputing: false });
  expect(await homeOf(request)).toMatchObject({ isProcessing: false });
  expect(await scores()).toBeGreaterThan(before);
  // Nothing is done twice.
  const after = await scores();
  await tryOnce(buyer.organization.id);
  expect(await scores()).toBe(after);
});

it('an end of sharing whose scoring fails is followed by the queue', async () => {
  const buyer = await makeMember();
  const request = await makeRequest(buyer, { name: 'Mill that stops' });
  const respondent = await request.respondent();
  await answerAndSubmit(respondent, now);
  const reach = { askerOrganizationId: buyer.organization.id, responseId: request.responseId, now };
  await reachAsker(reach);
  const newest = () =>
    buyer.inOrganization((db) =>
      db.score.findFirst({ where: { partyId: request.partyId }, orderBy: { createdAt: 'desc' }, select: { responseId: true } }),
    );
  expect(await newest()).toEqual({ responseId: request.responseId });
  await stopSharing(respondent, { now });
  trouble.times = 1;
  await reachAsker(reach);
  expect(await newest()).toEqual({ responseId: request.responseId });
  await tryOnce(buyer.organization.id);
  expect(await newest()).toEqual({ responseId: null });
});
