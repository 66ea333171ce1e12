import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { zipSync } from 'fflate';
import { action as actOnBatch, loader as loadBatch } from '~/routes/o.$orgSlug.suppliers.import_.$batchId';
import { action as upload, loader as loadUpload } from '~/routes/o.$orgSlug.suppliers.import';
import { run as commitImport } from '~/jobs/commit-import.server';
import { run as stageImport } from '~/jobs/stage-import.server';
import { type MadeMember, makeMember } from '../factories/member';
import { callRoute } from '../setup/call-route';

/** Sends a file as a browser does. */
async function send(member: MadeMember, bytes: Uint8Array, fileName = 'list.csv') {
  const form = new FormData();
  form.set('file', new File([new Uint8Array(bytes)], fileName));
  const url = `http://localhost/o/${member.organization.slug}/suppliers/import`;
  const request = new Request(url, { method: 'POST', body: form, headers: { Cookie: member.cookie } });
  const door = (args: { params: Record<string, string | undefined>; context: object }) =>
    upload({ ...args, request } as unknown as Parameters<typeof upload>[0]);
  return callRoute(door, { url, method: 'POST', params: { orgSlug: member.organization.slug } });
}
const text = (value: string) => new TextEncoder().encode(value);
const batchOf = (location: string | null) => /import\/([0-9a-f-]{36})/.exec(location ?? '')?.[1] ?? '';

function door(member: MadeMember, batchId: string, query = '') {
  const call = {
    url: `/o/${member.organization.slug}/suppliers/import/${batchId}${query}`,
    params: { orgSlug: member.organization.slug, batchId },
    cookie: member.cookie,
  };
  return { load: () => callRoute(loadBatch, call), act: (form: Record<string, string>) => callRoute(actOnBatch, { ...call, form }) };
}
async function payloadOf(member: MadeMember, kind: string) {
  const run = await member.inOrganization((db) => db.run.findFirstOrThrow({ where: { kind }, orderBy: { createdAt: 'desc' } }));
  return { organizationId: member.organization.id, userId: member.user.id, runId: run.id };
}

describe('import', () => {
  it('walks from upload to done', async () => {
    const member = await makeMember();
    const sent = await send(member, readFileSync('tests/fixtures/import/german-semicolon-bom.csv'), 'Lieferanten Herbst.csv');
    expect(sent.status).toBe(303);
    const batchId = batchOf(sent.headers.get('Location'));
    const columns = await door(member, batchId).load();
    expect(columns.body).toMatchObject({
      step: 'columns',
      batch: { file: { fileName: 'Lieferanten Herbst.csv' }, detected: { headerRow: 3, delimiter: ';' } },
    });
    const check = await door(member, batchId, '?step=check').load();
    expect(check.body).toMatchObject({ step: 'check', preview: { total: 3 }, batch: { counts: { valid: 3, suppliersNew: 5 } } });
    expect((await door(member, batchId).act({ intent: 'accept' })).status).toBe(303);
    expect((await door(member, batchId).load()).body).toMatchObject({ step: 'writing', run: { status: 'waiting', total: 3 } });
    await commitImport(await payloadOf(member, 'commit-import'));
    expect((await door(member, batchId).load()).body).toMatchObject({
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
    const rows = Array.from({ length: 9_000 }, (_, at) => `Supplier ${at},Viet Nam,"${at} Long Street, Long Town",Apparel`);
    const sent = await send(member, text(`name,country,address,sector\n${rows.join('\n')}\n`));
    const batchId = batchOf(sent.headers.get('Location'));
    expect((await door(member, batchId).load()).body).toMatchObject({ step: 'reading', run: { status: 'waiting' } });
    await stageImport(await payloadOf(member, 'stage-import'));
    const page = await door(member, batchId, '?step=check&after=8990').load();
    expect(page.body).toMatchObject({ step: 'check', preview: { total: 9_000, before: '8991', after: null } });
  });

  it.each([
    ['a PDF renamed', () => readFileSync('tests/fixtures/import/pdf-renamed.csv'), 422, /not a list but PDF/],
    ['an empty file', () => text(''), 422, /Choose a file|empty/],
    [
      'a zip bomb',
      () => zipSync({ 'xl/workbook.xml': text('<workbook/>'), 'xl/sharedStrings.xml': new Uint8Array(60 * 1024 * 1024) }),
      422,
      /unpacks to \d+ times/,
    ],
    ['too large a file', () => new Uint8Array(51 * 1024 * 1024), 413, /50 MB/],
  ])('refuses %s in words', async (_, bytes, status, words) => {
    const member = await makeMember();
    const sent = await send(member, bytes());
    expect([sent.status, JSON.stringify(sent.body)]).toEqual([status, expect.stringMatching(words)]);
    expect(await member.inOrganization((db) => db.importBatch.count())).toBe(0);
  });

  it('is a door for those who may', async () => {
    const owner = await makeMember();
    const viewer = await makeMember({ role: 'viewer', organization: owner.organization });
    const stranger = await makeMember();
    const sent = await send(owner, text('name,country\nAlpha,India\n'));
    const batchId = batchOf(sent.headers.get('Location'));
    expect((await send(viewer, text('name,country\nAlpha,India\n'))).status).toBe(403);
    expect((await door(viewer, batchId).load()).status).toBe(403);
    expect((await door(stranger, batchId).load()).status).toBe(404);
    const call = { url: '/', params: { orgSlug: owner.organization.slug, batchId }, cookie: stranger.cookie };
    expect((await callRoute(loadBatch, call)).status).toBe(404);
    expect((await callRoute(actOnBatch, { ...call, form: { intent: 'accept' } })).status).toBe(404);
    expect((await door(owner, batchId).act({ intent: 'cancel' })).status).toBe(303);
    expect((await door(owner, batchId).load()).body).toMatchObject({ step: 'given-up' });
    expect((await door(owner, batchId).act({ intent: 'accept' })).status).toBe(422);
  });
});
