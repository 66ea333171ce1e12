import { expect, test } from 'vitest';
import { action as save, loader as read } from '~/routes/org/suppliers/site';
import { action as add, loader as list } from '~/routes/org/suppliers/supplier-sites';
import { makeMember } from '../factories/member';
import { makeSupplier } from '../factories/supplier';
import { callRoute } from '../setup/call-route';

test('workforce facts of a site keep small groups as ranges, report errors, and are known as of a date', async () => {
  const owner = await makeMember();
  const mill = await makeSupplier(owner, { name: 'Spinning mill' });
  const { slug } = owner.organization;
  const supplier = {
    url: `/o/${slug}/suppliers/${mill.publicId}/sites`,
    params: { orgSlug: slug, supplierId: mill.publicId },
    cookie: owner.cookie,
  };
  const form = {
    intent: 'add-site',
    name: 'Hall 1',
    country: 'QA',
    workers: '100',
    femaleShare: '3',
    femaleWorkers: '3',
    maleWorkers: '97',
    seasonalWorkers: '40',
    youngWorkers: '2',
    migrantsByOrigin: 'NP 53\nbd: 4\nIN 20',
    housing: 'tied',
    workerVoice: 'none',
  };
  const wrong = await callRoute(add, {
    ...supplier,
    form: { ...form, maleWorkers: '98', youngWorkers: 'few', migrantsByOrigin: 'NP 53\nNepal many' },
  });
  expect(wrong.status).toBe(422);
  expect(Object.keys((wrong.body as { failure: { errors: object } }).failure.errors).sort()).toEqual(['migrantsByOrigin', 'youngWorkers']);
  const tooMany = await callRoute(add, { ...supplier, form: { ...form, maleWorkers: '98' } });
  expect((tooMany.body as { failure: { errors: object } }).failure.errors).toEqual({
    maleWorkers: [expect.stringContaining('higher than the number of workers')],
  });
  expect((await callRoute(add, { ...supplier, form })).status).toBe(303);

  const listed = (await callRoute(list, supplier)).body as { sites: { publicId: string }[] };
  expect(listed.sites).toMatchObject([
    {
      workers: 100,
      femaleShare: 'under-5',
      workforce: {
        seasonalWorkers: 40,
        youngWorkers: 'under-5',
        migrantsByOrigin: { NP: 53, BD: 'under-5', IN: 'withheld' },
        workerVoice: 'none',
      },
    },
  ]);
  const siteId = listed.sites[0]?.publicId ?? '';
  const at = { url: `/o/${slug}/sites/${siteId}`, params: { orgSlug: slug, siteId }, cookie: owner.cookie };
  const page = (await callRoute(read, at)).body as { facts: { field: string; value: unknown }[] };
  const values = Object.fromEntries(page.facts.map(({ field, value }) => [field, value]));
  expect(values).toMatchObject({ femaleShare: 'under-5', femaleWorkers: 'under-5', maleWorkers: 'withheld', housing: 'tied' });

  const reported = await owner.inOrganization((db) => db.activity.findMany({ where: { recordKind: 'site' }, select: { changes: true } }));
  expect(reported[0]?.changes).toContainEqual({ field: 'femaleShare', before: null, after: 'under-5' });

  // The stored values are entered again, and one number changes.
  const again = {
    ...form,
    femaleWorkers: '<5',
    maleWorkers: '*',
    youngWorkers: '<5',
    migrantsByOrigin: 'NP 53\nBD <5\nIN *',
    seasonalWorkers: '41',
  };
  expect((await callRoute(save, { ...at, form: again })).status).toBe(303);
  const stored = await owner.inOrganization(
    (db) =>
      db.$queryRaw<{ values: object }[]>`
      SELECT f."values" FROM known_facts() f JOIN "Party" p ON p."id" = f."partyId" WHERE p."publicId" = ${siteId} ORDER BY f."recordedAt"`,
  );
  expect(stored).toHaveLength(2);
  expect(stored[1]?.values).toEqual({ seasonalWorkers: 41 });
  const before = await callRoute(read, { ...at, url: `${at.url}?known-on=2000-01-01` });
  expect(before.body).toMatchObject({ facts: [], knownOn: '2000-01-01', mayEdit: false });
});
