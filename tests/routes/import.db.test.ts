import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { action as handleBatchAction, loader as loadBatch } from '~/routes/org/suppliers/import-batch';
import { action as upload, loader as loadUpload } from '~/routes/org/suppliers/import';
import { run as commitImport } from '~/suppliers/import/commit-import.job.server';
import { run as stageImport } from '~/suppliers/import/stage-import.job.server';
import { type MadeMember, makeMember } from '../factories/member';
import { zip } from '../factories/zip';
import { callRoute } from '../setup/call-route';

/** Uploads a file as a browser does. */
async function send(member: MadeMember, bytes: Uint8Array, fileName = 'list.csv') {
  const form = new FormData();
  form.set('file', new File([new Uint8Array(bytes)], fileName));
  const url = `http://localhost/o/${member.organization.slug}/suppliers/import`;
  const request = new Request(url, { method: 'POST', body: form, headers: { Cookie: member.cookie } });
  const route = (args: { params: Record<string, string | undefined>; context: object }) =>
    upload({ ...args, request } as unknown as Parameters<typeof upload>[0]);
  return callRoute(route, { url, method: 'POST', params: { orgSlug: member.organization.slug } });
}
const text = (value: string) => new TextEncoder().encode(value);
const batchOf = (location: string | null) => /import\/([0-9a-f-]{36})/.exec(location ?? '')?.[1] ?? '';

function route(member: MadeMember, batchId: string, query = '') {
  const call = {
    url: `/o/${member.organization.slug}/suppliers/import/${batchId}${query}`,
    params: { orgSlug: member.organization.slug, batchId },
    cookie: member.cookie,
  };
  return { load: () => callRoute(loadBatch, call), act: (form: Record<string, string>) => callRoute(handleBatchAction, { ...call, form }) };
}
async function payloadOf(member: MadeMember, kind: string) {
  const run = await member.inOrganization((db) => db.jobRun.findFirstOrThrow({ where: { kind }, orderBy: { createdAt: 'desc' } }));
  return { organizationId: member.organization.id, userId: member.user.id, runId: run.id };
}

/** A list that a job reads because of its size. */
const longRows = Array.from({ length: 1_000 }, (_, at) => `Supplier ${at},Viet Nam,"${at} ${'Long Street, '.repeat(30)}Long Town",Apparel`);

describe('import', () => {
  it('goes from upload to done', async () => {
    const member = await makeMember();
    const sent = await send(member, readFileSync('tests/fixtures/import/german-semicolon-bom.csv'), 'Lieferanten Herbst.csv');
    expect(sent.status).toBe(303);
    const batchId = batchOf(sent.headers.get('Location'));
    const grid = await route(member, batchId).load();
    expect(grid.body).toMatchObject({
      step: 'grid',
      batch: { file: { fileName: 'Lieferanten Herbst.csv' }, detected: { headerRow: 3, delimiter: ';' } },
    });
    const check = await route(member, batchId, '?step=check').load();
    expect(check.body).toMatchObject({ step: 'check', preview: { total: 3 }, batch: { counts: { valid: 3, suppliersNew: 5 } } });
    expect((await route(member, batchId).act({ intent: 'accept' })).status).toBe(303);
    expect((await route(member, batchId).load()).body).toMatchObject({ step: 'writing', run: { status: 'waiting', total: 3 } });
    await commitImport(await payloadOf(member, 'commit-import'));
    expect((await route(member, batchId).load()).body).toMatchObject({
      step: 'done',
      batch: { counts: { committed: { suppliers: 5, sites: 3, rowsLeftOut: 0 } } },
    });
    const again = await send(member, readFileSync('tests/fixtures/import/german-semicolon-bom.csv'));
    expect(again.headers.get('Location')).toContain(`${batchId}?known=1`);
    expect(
      (await callRoute(loadUpload, { url: '/', params: { orgSlug: member.organization.slug }, cookie: member.cookie })).body,
    ).toMatchObject({ batches: [{ id: batchId, status: 'committed' }] });
  });

  it('reads a large file in the queue', async () => {
    const member = await makeMember();
    const sent = await send(member, text(`name,country,address,sector\n${longRows.join('\n')}\n`));
    const batchId = batchOf(sent.headers.get('Location'));
    expect((await route(member, batchId).load()).body).toMatchObject({ step: 'reading', run: { status: 'waiting' } });
    await stageImport(await payloadOf(member, 'stage-import'));
    const page = await route(member, batchId, '?step=check&after=990').load();
    expect(page.body).toMatchObject({ step: 'check', preview: { total: 1_000, before: '991', after: null } });
  });

  it('can be cancelled while it waits to be read, and while it waits to be written', async () => {
    const member = await makeMember();
    const large = text(`name,country,address,sector\n${longRows.join('\n')}\n`);
    const read = batchOf((await send(member, large)).headers.get('Location'));
    const stopped = await route(member, read).act({ intent: 'stop' });
    expect([stopped.status, stopped.headers.get('Location')]).toEqual([303, expect.stringMatching(/\/suppliers\/import$/)]);
    await stageImport(await payloadOf(member, 'stage-import'));
    expect((await route(member, read).load()).body).toMatchObject({ step: 'given-up' });
    expect(await member.inOrganization((db) => db.importRow.count())).toBe(0);

    const small = batchOf((await send(member, text('name,country\nAlpha,India\n'))).headers.get('Location'));
    await route(member, small).act({ intent: 'accept' });
    expect((await route(member, small).load()).body).toMatchObject({ step: 'writing' });
    expect((await route(member, small).act({ intent: 'stop' })).headers.get('Location')).toContain('step=check');
    await commitImport(await payloadOf(member, 'commit-import'));
    expect((await route(member, small, '?step=check').load()).body).toMatchObject({ step: 'check', batch: { status: 'staged' } });
    expect(await member.inOrganization((db) => db.supplier.count())).toBe(0);
    expect((await route(member, small).act({ intent: 'stop' })).status).toBe(422);
  });

  it.each([
    ['a renamed PDF', () => readFileSync('tests/fixtures/import/pdf-renamed.csv'), 422, /not a list: its content is PDF/],
    ['an empty file', () => text(''), 422, /Choose a file|empty/],
    [
      'a zip bomb',
      () => zip({ 'xl/workbook.xml': text('<workbook/>'), 'xl/sharedStrings.xml': new Uint8Array(60 * 1024 * 1024) }),
      422,
      /expands to \d+ times/,
    ],
    ['a file that is too large', () => new Uint8Array(51 * 1024 * 1024), 413, /50 MB/],
  ])('rejects %s with a reason', async (_, bytes, status, words) => {
    const member = await makeMember();
    const sent = await send(member, bytes());
    expect([sent.status, JSON.stringify(sent.body)]).toEqual([status, expect.stringMatching(words)]);
    expect(await member.inOrganization((db) => db.importBatch.count())).toBe(0);
  });

  it('reads another sheet of a workbook on request, and writes nothing before it is accepted', async () => {
    const member = await makeMember();
    const book = utils.book_new();
    const sheet = (name: string, cells: unknown[][]) => utils.book_append_sheet(book, utils.aoa_to_sheet(cells), name);
    const header = ['Supplier name', 'Country', 'Workers'];
    sheet('Asia', [header, ['Alpha', 'India', 10], ['Beta', 'Viet Nam', 20]]);
    sheet('Europe', [
      ['Lieferant', 'Land'],
      ['Gamma', 'BRD'],
    ]);
    sheet('Empty', []);
    const sent = await send(member, new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' })), 'Season.xlsx');
    const batchId = batchOf(sent.headers.get('Location'));
    const page = route(member, batchId);
    expect((await page.load()).body).toMatchObject({
      step: 'columns',
      batch: {
        rowCount: 2,
        detected: {
          sheetName: 'Asia',
          sheets: [
            { name: 'Asia', rows: 3, problem: null },
            { name: 'Europe', rows: 2, problem: null },
            { name: 'Empty', rows: 0, problem: 'no-rows' },
          ],
        },
      },
    });
    const refused = await page.act({ intent: 'sheet', sheet: 'Empty' });
    expect([refused.status, refused.body]).toMatchObject([422, { errors: { '': ['no rows'] } }]);
    expect((await page.act({ intent: 'sheet', sheet: 'America' })).status).toBe(422);
    const chosen = await page.act({ intent: 'sheet', sheet: 'Europe' });
    expect([chosen.status, chosen.headers.get('Location')]).toEqual([303, expect.stringMatching(/\?step=columns$/)]);
    expect((await route(member, batchId, '?step=columns').load()).body).toMatchObject({
      step: 'columns',
      batch: { rowCount: 1, mapping: { columns: ['supplierName', 'country'] }, detected: { sheetName: 'Europe' } },
    });
    // Reading again keeps the selected sheet.
    expect((await page.act({ intent: 'retry' })).status).toBe(303);
    expect((await page.load()).body).toMatchObject({ batch: { rowCount: 1, detected: { sheetName: 'Europe' } } });
    expect(await member.inOrganization((db) => db.supplier.count())).toBe(0);
    expect(
      (await member.inOrganization((db) => db.activity.findMany({ where: { act: 'edit' }, select: { changes: true } }))).map(
        ({ changes }) => changes,
      ),
    ).toEqual([[{ field: 'sheet', before: 'Asia', after: 'Europe' }]]);
    expect((await page.act({ intent: 'accept' })).status).toBe(303);
    await commitImport(await payloadOf(member, 'commit-import'));
    const names = await member.inOrganization((db) => db.party.findMany({ where: { kind: 'supplier' }, select: { name: true } }));
    expect(names).toEqual([{ name: 'Gamma' }]);
    expect((await page.act({ intent: 'sheet', sheet: 'Asia' })).status).toBe(422);
  });

  it('keeps the selected columns when the form is rejected', async () => {
    const member = await makeMember();
    const batchId = batchOf((await send(member, text('name,country\nAlpha,India\n'))).headers.get('Location'));
    const refused = await route(member, batchId).act({ intent: 'choose', column: 'country', product: 'Shirts' });
    expect(refused).toMatchObject({ status: 422, body: { values: { column: ['country'], product: ['Shirts'] } } });
  });

  it('cannot be accepted between the choice of a sheet and its reading', async () => {
    const member = await makeMember();
    const book = utils.book_new();
    const many = Array.from({ length: 1_300 }, (_, at) => [`Supplier ${at}`, 'Viet Nam', `${randomBytes(150).toString('hex')} Street`]);
    for (const name of ['One', 'Two'])
      utils.book_append_sheet(book, utils.aoa_to_sheet([['name', 'country', 'address'], ...many.slice(name === 'One' ? 0 : 1)]), name);
    const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }));
    expect(bytes.length).toBeGreaterThan(300_000);
    const batchId = batchOf((await send(member, bytes, 'Large.xlsx')).headers.get('Location'));
    await stageImport(await payloadOf(member, 'stage-import'));
    const page = route(member, batchId);
    expect((await page.act({ intent: 'sheet', sheet: 'Two' })).status).toBe(303);
    expect((await page.load()).body).toMatchObject({ step: 'reading' });
    expect((await page.act({ intent: 'accept' })).status).toBe(422);
    await stageImport(await payloadOf(member, 'stage-import'));
    expect((await page.load()).body).toMatchObject({ step: 'columns', batch: { rowCount: 1_299, detected: { sheetName: 'Two' } } });
  });

  it('is available only to users with the permission', async () => {
    const owner = await makeMember();
    const viewer = await makeMember({ role: 'viewer', organization: owner.organization });
    const stranger = await makeMember();
    const sent = await send(owner, text('name,country\nAlpha,India\n'));
    const batchId = batchOf(sent.headers.get('Location'));
    expect((await send(viewer, text('name,country\nAlpha,India\n'))).status).toBe(403);
    expect((await route(viewer, batchId).load()).status).toBe(403);
    expect((await route(stranger, batchId).load()).status).toBe(404);
    const call = { url: '/', params: { orgSlug: owner.organization.slug, batchId }, cookie: stranger.cookie };
    expect((await callRoute(loadBatch, call)).status).toBe(404);
    expect((await callRoute(handleBatchAction, { ...call, form: { intent: 'accept' } })).status).toBe(404);
    expect((await route(owner, batchId).act({ intent: 'cancel' })).status).toBe(303);
    expect((await route(owner, batchId).load()).body).toMatchObject({ step: 'given-up' });
    expect((await route(owner, batchId).act({ intent: 'accept' })).status).toBe(422);
  });
});
