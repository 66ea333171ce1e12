import { expect, test } from 'vitest';
import { run as scoreAll } from '~/jobs/score-all.server';
import * as runDoor from '~/routes/org/platform/job';
import * as progressDoor from '~/routes/org/platform/job-progress';
import * as scoreAllDoor from '~/routes/org/risk/score-all';
import { type MadeMember, makeMember } from '../factories/member';
import { makeSupplier } from '../factories/supplier';
import { callRoute } from '../setup/call-route';
import { testDatabase, withClient } from '../setup/test-database';

function doorsOf({ organization, cookie }: MadeMember) {
  const base = `http://house.example/o/${organization.slug}`;
  const params = { orgSlug: organization.slug };
  return {
    page: () => callRoute(scoreAllDoor.loader, { url: `${base}/score-all`, params, cookie }),
    start: () => callRoute(scoreAllDoor.action, { url: `${base}/score-all`, params, cookie, form: {} }),
    run: (runId: string) => callRoute(runDoor.loader, { url: `${base}/jobs/${runId}`, params: { ...params, runId }, cookie }),
    progress: (runId: string) =>
      callRoute(progressDoor.loader, { url: `${base}/jobs/${runId}/progress`, params: { ...params, runId }, cookie }),
  };
}

test('starting puts one job on the queue; the run shows how far it is, and its result', async () => {
  const owner = await makeMember();
  await makeSupplier(owner, { name: 'First Mill' });
  await makeSupplier(owner, { name: 'Second Mill' });
  const { page, start, run, progress } = doorsOf(owner);
  expect((await page()).body).toMatchObject({ suppliers: 2, last: null });
  const started = await start();
  expect(started.status).toBe(303);
  const address = started.headers.get('Location') ?? '';
  const runId = address.split('/').at(-1) ?? '';
  expect(address).toBe(`/o/${owner.organization.slug}/jobs/${runId}`);
  // A second start while it goes on leads to the same run.
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

test('a failed or cancelled run has stopped, and says why', async () => {
  const owner = await makeMember();
  const make = (status: string, problemCode: string | null) =>
    owner.inOrganization((db) => db.jobRun.create({ data: { kind: 'score-all', status, problemCode }, select: { id: true } }));
  const { progress } = doorsOf(owner);
  const failed = await make('failed', 'unexpected');
  const cancelled = await make('cancelled', null);
  expect((await progress(failed.id)).body).toMatchObject({ status: 'failed', message: expect.stringContaining('unexpected') });
  expect((await progress(cancelled.id)).body).toMatchObject({ status: 'failed', message: expect.stringContaining('cancelled') });
});

test('only who may score starts a run, and a run is seen by its own organization alone', async () => {
  const owner = await makeMember();
  const viewer = doorsOf(await makeMember({ organization: owner.organization, role: 'viewer' }));
  expect((await viewer.page()).status).toBe(403);
  expect((await viewer.start()).status).toBe(403);
  const runId = (await doorsOf(owner).start()).headers.get('Location')?.split('/').at(-1) ?? '';
  expect((await viewer.progress(runId)).status).toBe(200);
  const stranger = doorsOf(await makeMember());
  expect((await stranger.run(runId)).status).toBe(404);
  expect((await stranger.progress(runId)).status).toBe(404);
  expect((await doorsOf(owner).run('nonsense')).status).toBe(404);
});
