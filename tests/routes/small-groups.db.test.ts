import { beforeAll, describe, expect, test } from 'vitest';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { makePublicId } from '~/suppliers/parties/public-id';
import { answerQuestion } from '~/questionnaires/responses/answer-question.server';
import { openResponse } from '~/questionnaires/responses/open-response.server';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import { recordFacts } from '~/suppliers/facts/record-facts.server';
import { editSite } from '~/suppliers/sites/edit-site.server';
import { editSupplier } from '~/suppliers/registry/edit-supplier.server';
import { siteFormSchema } from '~/suppliers/sites/site-form';
import { action as saveSite } from '~/routes/org/suppliers/site';
import { action as saveSupplier } from '~/routes/org/suppliers/edit-supplier';
import { action as saveSection } from '~/routes/org/questionnaires/response-section';
import { makeMember, type MadeMember } from '../factories/member';
import { makeSupplier } from '../factories/supplier';
import { callRoute } from '../setup/call-route';
import { addressOf, organizationRoutes } from '../setup/each-route';

/** 173 workers: 3 are migrants, all but 4 come from an agency, 2 are women, 1 is an internal migrant. */
const workers = 173;
const shares = { migrantShare: 0.017341, agencyShare: 0.976879, internalMigrantShare: 0.00578 };
const siteShares = { migrantShare: 0.017341, agencyShare: 0.976879, femaleShare: 0.011561 };
/** All spellings of a share, a percentage or its raw cell. */
const revealing =
  /0[.,]?01734|1[.,]734|1[.,]7\s?%|0[.,]?9768|97[.,]6|97[.,]7|0[.,]?00578|0[.,]578|0[.,]6\s?%|0[.,]?01156|1[.,]156|1[.,]2\s?%/;

let owner: MadeMember;
let params: Record<string, string>;
let partyId: string;
let sitePartyId: string;
let twinId: string;

beforeAll(async () => {
  owner = await makeMember();
  const supplier = await makeSupplier(owner, {
    name: 'Small groups',
    values: { country: 'MY', sector: '1410', products: ['Garments'], workers, ...shares },
  });
  partyId = supplier.partyId;
  twinId = (await makeSupplier(owner, { name: 'Small groups twin', values: { workers, migrantShare: 0.0115607 } })).publicId;
  params = await owner.inOrganization(async (db) => {
    const userId = owner.user.id;
    const file = await db.storedFile.create({
      data: { sha256: '1'.repeat(64), fileName: 'list.csv', mediaType: 'text/csv', sizeBytes: 1, uploadedById: userId },
    });
    const batch = await db.importBatch.create({
      data: {
        fileId: file.id,
        createdById: userId,
        status: 'committed',
        headers: ['Name', 'Staff', 'Migrants', 'Agency'],
        mapping: { columns: ['siteName', 'workers', 'migrantShare', 'agencyShare'] },
      },
    });
    const row = await db.importRow.create({
      data: {
        batchId: batch.id,
        rowNumber: 2,
        status: 'valid',
        raw: ['Hall', '173', '1.7341 %', '97.6879 %'],
        cleaned: { siteName: 'Hall', workers, migrantShare: siteShares.migrantShare, agencyShare: siteShares.agencyShare },
      },
    });
    const source = await db.source.create({ data: { kind: 'import-row', importRowId: row.id } });
    const site = await db.party.create({ data: { kind: 'site', publicId: makePublicId(), name: 'Hall', nameKey: 'hall' } });
    sitePartyId = site.id;
    await db.site.create({ data: { partyId: site.id, supplierPartyId: partyId } });
    await recordFacts(db, { partyId: site.id, values: { country: 'MY', workers, ...siteShares }, sourceId: source.id });
    const opened = await openResponse(db, {
      supplierPublicId: supplier.publicId,
      instrumentKey: 'ilo-ten-principles@1.0.0',
      dueOn: null,
      userId,
    });
    if (opened.kind === 'refused') throw new Error(opened.code);
    const value = { migrantShare: 1.7341, agencyShare: 97.6879 };
    await answerQuestion(db, { responseId: opened.responseId, question: 'P5.Q1', value, userId, now: new Date() });
    await scoreSuppliers(db, { partyIds: [partyId], asOf: '2026-11-01' });
    // As an import writes it: the shares from the file.
    for (const recordId of [partyId, site.id])
      await recordActivity(db, {
        recordKind: recordId === partyId ? 'supplier' : 'site',
        recordId,
        act: 'import',
        userId,
        after: { workers, ...siteShares },
      });
    return {
      orgSlug: owner.organization.slug,
      supplierId: supplier.publicId,
      siteId: site.publicId,
      sourceId: source.id,
      responseId: opened.responseId,
      sectionId: 'P5',
      batchId: batch.id,
    };
  });
});

/** The member who imports a list sees its content while working on it, and can download the original file. */
const ownFile = /suppliers\/import-batch/;
const read = new Set<string>();

describe('no page reveals a small group, nor a share from which it could be derived', () => {
  test.each(organizationRoutes)('$name', async (route) => {
    const { name, file } = route;
    const { loader } = (await import(/* @vite-ignore */ file)) as { loader?: unknown };
    if (!loader || ownFile.test(name)) return;
    const query = name.endsWith('supplier-merge.tsx') ? `?with=${twinId}` : '';
    const answer = await callRoute(loader, { url: addressOf(route, params) + query, params, cookie: owner.cookie });
    const decoded = answer.body instanceof Uint8Array ? new TextDecoder().decode(answer.body) : (JSON.stringify(answer.body) ?? '');
    // A PDF is compressed, and full of numbers that are offsets in the file; the page rendered from the same model is checked here too.
    // The outlines of countries are full of numbers that are coordinates.
    // Times too: a thousandth of a second is not a share.
    const text = /^"?%PDF-/.test(decoded)
      ? ''
      : decoded.replaceAll(/"M-?\d[-\d.,MLHVZmlhvz ]*"/g, '""').replaceAll(/T\d\d:\d\d:\d\d\.\d{3}Z/g, 'T');
    if (answer.status === 200) read.add(name);
    expect(text.match(revealing)?.[0] ?? null).toBeNull();
  });

  test('though they are recorded, and the pages of the subject were read', async () => {
    expect('1.7341 %').toMatch(revealing);
    for (const page of [
      'suppliers/supplier.tsx',
      'suppliers/edit-supplier.tsx',
      'suppliers/supplier-score.tsx',
      'suppliers/supplier-merge.tsx',
      'suppliers/supplier-history.tsx',
      'suppliers/site.tsx',
      'suppliers/source.tsx',
      'questionnaires/response-section.tsx',
    ])
      expect([...read]).toContain(`org/${page}`);
  });
});

const migrantsOf = (of: string) =>
  owner.inOrganization(async (db) => {
    const facts = await db.fact.findMany({ where: { partyId: of }, orderBy: { recordedAt: 'asc' }, select: { values: true } });
    return facts.map(({ values }) => values);
  });

describe('a suppressed share', () => {
  test('stays as stored when its placeholder is submitted, is corrected by a number, and withdrawn by an empty field', async () => {
    const url = `/o/${params.orgSlug}/sites/${params.siteId}`;
    const form = { name: 'Hall', country: 'MY', workers: String(workers), migrantShare: '<5', agencyShare: '*', femaleShare: '<5' };
    const before = await migrantsOf(sitePartyId);
    expect((await callRoute(saveSite, { url, params, cookie: owner.cookie, form })).status).toBe(303);
    expect(await migrantsOf(sitePartyId)).toEqual(before);
    await callRoute(saveSite, { url, params, cookie: owner.cookie, form: { ...form, migrantShare: '20', femaleShare: '' } });
    expect((await migrantsOf(sitePartyId)).at(-1)).toEqual({ migrantShare: 0.2, femaleShare: null });
    expect((await callRoute(saveSite, { url, params, cookie: owner.cookie, form: { ...form, agencyShare: '<6' } })).status).toBe(422);
  });

  test('of a supplier too, and of an answer', async () => {
    const url = `/o/${params.orgSlug}/suppliers/${params.supplierId}/edit`;
    const form = {
      name: 'Small groups',
      country: 'MY',
      sector: '1410',
      workers: '174',
      migrantShare: '<5',
      agencyShare: '*',
      internalMigrantShare: '<5',
    };
    await callRoute(saveSupplier, { url, params, cookie: owner.cookie, form: { ...form, productsKnown: 'these', products: 'Garments' } });
    expect((await migrantsOf(partyId)).at(-1)).toEqual({ workers: 174 });
    const answers = () => owner.inOrganization((db) => db.answer.findMany({ where: { question: 'P5.Q1' }, select: { value: true } }));
    const [known] = await answers();
    await callRoute(saveSection, {
      url: `/o/${params.orgSlug}/responses/${params.responseId}/questions/P5`,
      params,
      cookie: owner.cookie,
      form: { 'P5.Q1:migrantShare': '<5', 'P5.Q1:agencyShare': '90' },
    });
    expect(await answers()).toEqual([{ value: { ...(known?.value as object), agencyShare: 90 } }]);
  });
});

test('the activity log shows a range for an edited small group', async () => {
  const { userId, events } = await owner.inOrganization(async (db) => {
    const by = owner.user.id;
    const entry = siteFormSchema.parse({ name: 'Hall', workers: '173', migrantShare: '1.7341', agencyShare: '97.6879' });
    await editSite(db, { publicId: params.siteId ?? '', entry, userId: by });
    await editSupplier(db, {
      partyId,
      entry: { name: 'Small groups', values: { workers, ...shares, migrantShare: 0.011561 } },
      userId: by,
    });
    return { userId: by, events: await db.activity.findMany({ where: { userId: by, act: { not: 'import' } }, select: { changes: true } }) };
  });
  expect(userId).toBe(owner.user.id);
  expect(JSON.stringify(events)).not.toMatch(revealing);
  expect(JSON.stringify(events)).toContain('under-5');
});
