import { expect, test } from 'vitest';
import { run as scoreAll } from '~/risk/scores/score-all.job.server';
import * as runRoute from '~/routes/org/platform/job';
import * as progressRoute from '~/routes/org/platform/job-progress';
import * as scoreAllRoute from '~/routes/org/risk/score-all';
import { type MadeMember, makeMember } from '../factories/member';
import { makeSupplier } from '../factories/supplier';
import { callRoute } from '../setup/call-route';
import { testDatabase, withClient } from '../setup/test-database';

function routesOf({ organization, cookie }: MadeMember) {
  const base = `http://house.example/o/${organization.slug}`;
  const params = { orgSlug: organization.slug };
  return {
    page: () => callRoute(scoreAllRoute.loader, { url: `${base}/score-all`, params, cookie }),
    start: () => callRoute(scoreAllRoute.action, { url: `${base}/score-all`, params, cookie, form: {} }),
    run: (runId: string) => callRoute(runRoute.loader, { url: `${base}/jobs/${runId}`, params: { ...params, runId }, cookie }),
    progress: (runId: string) =>
      callRoute(progressRoute.loader, { url: `${base}/jobs/${runId}/progress`, params: { ...params, runId }, cookie }),
  };
}

test('starting adds one job to the queue; the run shows its progress and result', async () => {
  const owner = await makeMember();
  await makeSupplier(owner, { name: 'First Mill' });
  await makeSupplier(owner, { name: 'Second Mill' });
  const { page, start, run, progress } = routesOf(owner);
  expect((await page()).body).toMatchObject({ suppliers: 2, last: null });
  const started = await start();
  expect(started.status).toBe(303);
  const address = started.headers.get('Location') ?? '';
  const runId = address.split('/').at(-1) ?? '';
  expect(address).toBe(`/o/${owner.organization.slug}/jobs/${runId}`);
  // A second start while it runs leads to the same run.
  expect((await start()).headers.get('Location')).toBe(address);
  const jobs = await withClient(testDatabase().ownerUrl, (client) =>
    client.query(
      'SELECT j.payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE t.identifier = $1 AND j.payload->>$2 = $3',
      ['score-all', 'runId', runId],
    ),
  );
  expect(jobs.rows).toHaveLength(1);
  const waiting = await progress(runId);
  expect(waiting.body).toEqual({ status: 'waiting', completed: 0, total: null, message: null, tries: null });
  expect(waiting.headers.get('cache-control')).toBe('no-store');
  await scoreAll({ organizationId: owner.organization.id, runId, userId: owner.user.id });
  expect((await progress(runId)).body).toMatchObject({ status: 'done', completed: 2, total: 2 });
  expect((await run(runId)).body).toMatchObject({ run: { kind: 'score-all', result: { suppliers: 2, fresh: 2 } } });
  expect((await page()).body).toMatchObject({ last: { id: runId, status: 'done' } });
});

test('a failed or cancelled run is stopped, and shows why', async () => {
  const owner = await makeMember();
  const make = (status: string, problemCode: string | null) =>
    owner.inOrganization((db) => db.jobRun.create({ data: { kind: 'score-all', status, problemCode }, select: { id: true } }));
  const { progress } = routesOf(owner);
  const failed = await make('failed', 'unexpected');
  const cancelled = await make('cancelled', null);
  expect((await progress(failed.id)).body).toMatchObject({ status: 'failed', message: expect.stringContaining('unexpected') });
  expect((await progress(cancelled.id)).body).toMatchObject({ status: 'failed', message: expect.stringContaining('cancelled') });
});

test('only a user with the scoring permission starts a run, and a run is visible to its own organization only', async () => {
  const owner = await makeMember();
  const viewer = routesOf(await makeMember({ organization: owner.organization, role: 'viewer' }));
  expect((await viewer.page()).status).toBe(403);
  expect((await viewer.start()).status).toBe(403);
  const runId = (await routesOf(owner).start()).headers.get('Location')?.split('/').at(-1) ?? '';
  expect((await viewer.progress(runId)).status).toBe(200);
  const stranger = routesOf(await makeMember());
  expect((await stranger.run(runId)).status).toBe(404);
  expect((await stranger.progress(runId)).status).toBe(404);
  expect((await routesOf(owner).run('nonsense')).status).toBe(404);
});
