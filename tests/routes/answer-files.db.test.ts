import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { instrument } from '#scoring';
import { defaultInstrument } from '~/questionnaires/responses/schema';
import { evidenceLimits } from '~/questionnaires/evidence/limits';
import { serveFile } from '~/questionnaires/evidence/serve-file.server';
import { sweepFiles } from '~/questionnaires/evidence/sweep-files.server';
import { forOrganization } from '~/access/tenant-db.server';
import { blobStore, keyOfFile, keyOfPart } from '~/platform/files/blob-store.server';
import { environment } from '~/env.server';
import { pdf, photo } from '../factories/evidence';
import { type MadeMember, makeMember } from '../factories/member';
import { answerAndSubmit, type MadeRequest, makeRequest } from '../factories/request';
import { type Answer, callRoute } from '../setup/call-route';

const question = instrument(defaultInstrument).sections[0]?.questions[0]?.key ?? '';
let asker: MadeMember;
let own: MadeRequest;
let other: MadeRequest;
let routes: Record<'page' | 'file' | 'bytes' | 'uploads' | 'upload', Record<string, unknown>>;

beforeAll(async () => {
  asker = await makeMember();
  own = await makeRequest(asker, { name: 'Mill with files' });
  other = await makeRequest(asker, { name: 'Mill beside it' });
  routes = {
    page: await import('~/routes/guest/questionnaire/question-files'),
    file: await import('~/routes/guest/questionnaire/file'),
    bytes: await import('~/routes/guest/questionnaire/file-variant'),
    uploads: await import('~/routes/guest/questionnaire/uploads'),
    upload: await import('~/routes/guest/questionnaire/upload'),
  };
});

type Call = { cookie?: string; responseId?: string; question?: string; evidenceId?: string; variant?: string; uploadId?: string };

async function call(
  route: unknown,
  method: string,
  path: string,
  of: Call,
  init: { body?: BodyInit; headers?: Record<string, string> } = {},
) {
  const { cookie = own.cookie, ...params } = { responseId: own.responseId, question, ...of };
  const request = new Request(`http://localhost/guest/questionnaire/${params.responseId}/${path}`, {
    method,
    headers: { Cookie: cookie, ...init.headers },
    ...(init.body === undefined ? {} : { body: init.body }),
  });
  return callRoute((args: object) => (route as (args: object) => unknown)({ ...args, request }), { url: '/', params });
}

type Listed = {
  list: {
    files: { id: string; file: { fileName: string; sha256: string; isStripped: boolean }; audience: string[]; isExpired: boolean }[];
    uploads: { id: string; receivedBytes: number }[];
  };
};
const listed = async (of: Call = {}) => ((await call(routes.page.loader, 'GET', `files/${question}`, of)).body as Listed).list;

function send(
  files: { name: string; type?: string; bytes: Uint8Array }[],
  fields: Record<string, string | string[]> = {},
  of: Call = {},
): Promise<Answer> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) form.append(name, one);
  for (const { name, type = '', bytes } of files) form.append('file', new File([new Uint8Array(bytes)], name, { type }));
  return call(routes.page.action, 'POST', `files/${of.question ?? question}`, of, { body: form });
}
const post = (fields: Record<string, string>, of: Call = {}) =>
  call(routes.page.action, 'POST', `files/${question}`, of, { body: new URLSearchParams(fields) });

const tus = { 'Tus-Resumable': '1.0.0' };
const base64 = (text: string) => Buffer.from(text).toString('base64');
function announce(name: string, size: number, more: Record<string, string> = {}, of: Call = {}): Promise<Answer> {
  const metadata = Object.entries({ filename: name, filetype: '', question, ...more }).map(([key, value]) =>
    value ? `${key} ${base64(value)}` : key,
  );
  return call(routes.uploads.action, 'POST', 'uploads', of, {
    headers: { ...tus, 'Upload-Length': String(size), 'Upload-Metadata': metadata.join(',') },
  });
}
function patch(location: string, offset: number, bytes: Uint8Array, of: Call = {}): Promise<Answer> {
  const uploadId = location.split('/').pop() ?? '';
  return call(
    routes.upload.action,
    'PATCH',
    `uploads/${uploadId}`,
    { uploadId, ...of },
    {
      headers: {
        ...tus,
        'Upload-Offset': String(offset),
        'Content-Type': 'application/offset+octet-stream',
        'Content-Length': String(bytes.length),
      },
      body: new Uint8Array(bytes),
    },
  );
}
function ask(location: string, of: Call = {}): Promise<Answer> {
  const uploadId = location.split('/').pop() ?? '';
  return call(routes.upload.loader, 'HEAD', `uploads/${uploadId}`, { uploadId, ...of }, { headers: tus });
}
const storedBytes = async (sha256: string) => {
  const stream = await (await blobStore()).read(keyOfFile(own.supplierOrganizationId, sha256));
  return stream ? buffer(stream) : null;
};
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('a plain form uploads several files: photos without location and device data, documents unchanged', async () => {
  const document = pdf('payroll of May');
  const sent = await send(
    [
      { name: 'Lohn März.jpg', type: 'image/jpeg', bytes: await photo() },
      { name: 'contract.pdf', type: 'application/pdf', bytes: document },
    ],
    { audience: ['buyer', 'auditor'], validUntil: '2020-01-31' },
  );
  expect(sent.status).toBe(303);
  const { files } = await listed();
  expect(files.map(({ file }) => file.fileName)).toEqual(['Lohn März.jpg', 'contract.pdf']);
  expect(files[0]).toMatchObject({ audience: ['buyer', 'auditor'], isExpired: true, file: { isStripped: true } });
  expect(files[1]?.file.sha256).toBe(digest(document));
  const kept = await storedBytes(files[0]?.file.sha256 ?? '');
  expect(kept && (await sharp(kept).metadata()).exif).toBeUndefined();
  expect(kept?.includes('PhoneMaker')).toBe(false);
  const [first] = files;
  const bytes = await call(routes.bytes.loader, 'GET', 'x', { evidenceId: files[1]?.id ?? '', variant: 'original' });
  expect(bytes.body).toBe(document.toString());
  expect(Object.fromEntries(bytes.headers)).toMatchObject({
    'content-disposition': expect.stringMatching(/^attachment; filename="contract.pdf"/),
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining('sandbox'),
    'cache-control': 'private, no-store',
  });
  expect((await call(routes.file.loader, 'GET', 'x', { evidenceId: first?.id ?? '' })).status).toBe(200);
});

test('location and device data cannot be kept, and are removed from older files before download', async () => {
  const bytes = await photo({ colour: '#123456' });
  expect(bytes.includes('PhoneMaker')).toBe(true);
  await send([{ name: 'wished.jpg', type: 'image/jpeg', bytes }], { keepsMetadata: 'yes' });
  const wished = (await listed()).files.find(({ file }) => file.fileName === 'wished.jpg');
  expect(wished?.file).toMatchObject({ isStripped: true });
  expect((await storedBytes(wished?.file.sha256 ?? ''))?.includes('PhoneMaker')).toBe(false);

  const file = { organizationId: own.supplierOrganizationId, sha256: digest(bytes), fileName: 'old.jpg', mediaType: 'image/jpeg' };
  await (await blobStore()).write(keyOfFile(file.organizationId, file.sha256), { bytes });
  const served = Buffer.from(await (await serveFile({ ...file, sizeBytes: bytes.length })).arrayBuffer());
  expect(served.includes('PhoneMaker')).toBe(false);
  expect(await sharp(served).metadata()).toMatchObject({ format: 'jpeg', width: 640, height: 480 });
  expect((await sharp(served).metadata()).exif).toBeUndefined();
  // They cannot be removed from this one.
  await expect(serveFile({ ...file, mediaType: 'image/heic', sizeBytes: bytes.length })).rejects.toMatchObject({ status: 404 });
});

test('a rejected file is reported with its name and reason; the other files are saved', async () => {
  const before = (await listed()).files.length;
  const answer = await send([
    { name: 'page.pdf', bytes: Buffer.from('<!doctype html><script>1</script>') },
    { name: 'photo.png', bytes: await photo() },
    { name: 'good.pdf', bytes: pdf('good') },
  ]);
  expect(answer.status).toBe(422);
  expect(answer.body).toEqual({
    problems: [
      { fileName: 'page.pdf', code: 'file-kind' },
      { fileName: 'photo.png', code: 'file-disguised' },
    ],
    stored: 1,
  });
  expect((await listed()).files.length).toBe(before + 1);
  expect((await send([])).body).toMatchObject({ problems: [{ fileName: null, code: 'empty-file' }] });
  expect((await send([{ name: 'a.pdf', bytes: pdf('a') }], {}, { question: 'P99.Q1' })).body).toMatchObject({
    problems: [{ code: 'unknown-question' }],
  });
});

test('a file over the limit is rejected by the form and by the upload protocol, and nothing of it is stored', async () => {
  const large = Buffer.alloc(evidenceLimits.fileBytes + 1, 0x20);
  pdf().copy(large);
  expect((await send([{ name: 'large.pdf', bytes: large }])).body).toMatchObject({
    problems: [{ fileName: 'large.pdf', code: 'too-large' }],
  });
  expect((await announce('large.pdf', evidenceLimits.fileBytes + 1)).status).toBe(413);
});

test('a file uploaded in parts resumes after the connection was lost, and is complete', async () => {
  const bytes = Buffer.concat([pdf('parts').subarray(0, -6), Buffer.from(`%${randomBytes(700_000).toString('hex')}\n%%EOF\n`)]);
  const made = await announce('parts.pdf', bytes.length, { audience: 'lender', validUntil: '2099-01-01' });
  expect(made.status).toBe(201);
  const location = made.headers.get('Location') ?? '';
  expect(location).toMatch(new RegExp(`^/guest/questionnaire/${own.responseId}/uploads/[0-9a-f-]{36}$`));
  expect((await patch(location, 0, bytes.subarray(0, 500_000))).headers.get('Upload-Offset')).toBe('500000');
  // The response was lost: sending the same part again, or one that leaves a gap, changes nothing.
  expect((await patch(location, 0, bytes.subarray(0, 500_000))).status).toBe(409);
  expect((await patch(location, 900_000, bytes.subarray(900_000, 910_000))).status).toBe(409);
  expect((await listed()).uploads).toEqual([expect.objectContaining({ receivedBytes: 500_000 })]);
  const asked = await ask(location);
  expect(asked.headers.get('Upload-Offset')).toBe('500000');
  expect((await patch(location, 500_000, bytes.subarray(500_000, 1_000_000))).status).toBe(204);
  expect((await patch(location, 1_000_000, bytes.subarray(1_000_000))).status).toBe(204);
  const { files, uploads } = await listed();
  expect(uploads).toEqual([]);
  expect(files.find(({ file }) => file.fileName === 'parts.pdf')).toMatchObject({ audience: ['lender'], file: { sha256: digest(bytes) } });
  // The last response was lost too: the upload is complete.
  expect((await ask(location)).headers.get('Upload-Offset')).toBe(String(bytes.length));
  const left: string[] = [];
  for await (const { key } of (await blobStore()).list(keyOfPart(own.supplierOrganizationId, location.split('/').pop() ?? '')))
    left.push(key);
  expect(left).toEqual([]);
});

test('accepts one of two simultaneous uploads of the same part', async () => {
  const bytes = pdf('twice');
  const location = (await announce('twice.pdf', bytes.length)).headers.get('Location') ?? '';
  const answers = await Promise.all([patch(location, 0, bytes), patch(location, 0, bytes)]);
  expect(answers.map(({ status }) => status).sort()[0]).toBe(204);
  expect((await listed()).files.filter(({ file }) => file.fileName === 'twice.pdf')).toHaveLength(1);
});

test('an upload in parts is checked like any other, and rejected with a reason', async () => {
  const bytes = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');
  const location = (await announce('drawing.pdf', bytes.length)).headers.get('Location') ?? '';
  const answer = await patch(location, 0, bytes);
  expect(answer).toMatchObject({ status: 422, body: expect.stringContaining('This file type is not accepted') });
  expect((await ask(location)).status).toBe(410);
});

test('deletes the parts of a cancelled upload', async () => {
  const location = (await announce('unwanted.pdf', 1_000)).headers.get('Location') ?? '';
  await patch(location, 0, Buffer.alloc(400, 1));
  const uploadId = location.split('/').pop() ?? '';
  expect((await post({ intent: 'give-up', evidenceId: uploadId })).status).toBe(303);
  expect((await listed()).uploads).toEqual([]);
  expect(existsSync(`${environment().DATA_DIR}/${keyOfPart(own.supplierOrganizationId, uploadId, 0)}`)).toBe(false);
});

test('removes a file and restores it', async () => {
  const [file] = (await listed()).files;
  const evidenceId = file?.id ?? '';
  const removed = await post({ intent: 'remove', evidenceId });
  expect(removed.headers.get('Location')).toContain(`?removed=${evidenceId}`);
  expect((await listed()).files.some(({ id }) => id === evidenceId)).toBe(false);
  expect((await call(routes.bytes.loader, 'GET', 'x', { evidenceId, variant: 'original' })).status).toBe(404);
  expect((await post({ intent: 'restore', evidenceId })).status).toBe(303);
  expect((await listed()).files.some(({ id }) => id === evidenceId)).toBe(true);
});

describe('with the token of another response', () => {
  test('rejects every route, for reading and for writing', async () => {
    const [file] = (await listed()).files;
    const evidenceId = file?.id ?? '';
    const location = (await announce('mine.pdf', 1_000)).headers.get('Location') ?? '';
    const uploadId = location.split('/').pop() ?? '';
    for (const cookie of ['', other.cookie]) {
      const of = { cookie };
      const answers = [
        await call(routes.page.loader, 'GET', 'x', of),
        await send([{ name: 'a.pdf', bytes: pdf() }], {}, of),
        await call(routes.file.loader, 'GET', 'x', { ...of, evidenceId }),
        await call(routes.bytes.loader, 'GET', 'x', { ...of, evidenceId, variant: 'original' }),
        await announce('a.pdf', 10, {}, of),
        await patch(location, 0, Buffer.alloc(10), of),
        await ask(location, of),
      ];
      expect(answers.map(({ status }) => status)).toEqual(Array(7).fill(404));
    }
    // With its own token, but the ids of the other response: not found.
    const theirs = { cookie: other.cookie, responseId: other.responseId };
    expect((await call(routes.bytes.loader, 'GET', 'x', { ...theirs, evidenceId, variant: 'original' })).status).toBe(404);
    expect(
      (
        await call(
          routes.upload.action,
          'PATCH',
          `uploads/${uploadId}`,
          { ...theirs, uploadId },
          {
            headers: { ...tus, 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream' },
            body: new Uint8Array(10),
          },
        )
      ).status,
    ).toBe(404);
    expect((await post({ intent: 'remove', evidenceId }, theirs)).status).toBe(422);
    expect((await post({ intent: 'edit', evidenceId }, theirs)).status).toBe(422);
  });
});

test('10,000 photos: saves as many as a response may have, rejects each further one with a reason, and loses nothing', async () => {
  const full = await makeRequest(asker, { name: 'Mill of 10,000 photos' });
  const of = { cookie: full.cookie, responseId: full.responseId };
  await forOrganization({ organizationId: full.supplierOrganizationId })((db) =>
    db.storedFile.createMany({
      data: Array.from({ length: evidenceLimits.files - 1 }, (_, index) => ({
        responseId: full.responseId,
        sha256: createHash('sha256').update(String(index)).digest('hex'),
        fileName: `${index}.jpg`,
        mediaType: 'image/jpeg',
        sizeBytes: 1,
        uploadedById: randomUUID(),
      })),
    }),
  );
  expect((await send([{ name: 'last.pdf', bytes: pdf('last') }], {}, of)).status).toBe(303);
  expect((await send([{ name: 'over.pdf', bytes: pdf('over') }], {}, of)).body).toMatchObject({ problems: [{ code: 'too-many' }] });
  for (let attempt = 0; attempt < 20; attempt++)
    expect(await announce(`${attempt}.jpg`, 1_000, {}, of)).toMatchObject({ status: 422, body: expect.stringContaining('300 files') });
  expect((await listed(of)).files).toHaveLength(1);
});

test('after submission files can be neither added nor removed, but their audience can change', async () => {
  const sent = await makeRequest(asker, { name: 'Mill that sent' });
  const of = { cookie: sent.cookie, responseId: sent.responseId };
  await send([{ name: 'licence.pdf', bytes: pdf('licence') }], { audience: 'buyer' }, of);
  await answerAndSubmit(await sent.respondent());
  const [file] = (await listed(of)).files;
  const evidenceId = file?.id ?? '';
  expect((await send([{ name: 'late.pdf', bytes: pdf('late') }], {}, of)).body).toMatchObject({ problems: [{ code: 'not-open' }] });
  expect((await announce('late.pdf', 100, {}, of)).status).toBe(409);
  expect((await post({ intent: 'remove', evidenceId }, of)).status).toBe(422);
  expect((await post({ intent: 'edit', evidenceId, audience: 'auditor' }, of)).status).toBe(303);
  expect((await listed(of)).files[0]?.audience).toEqual(['auditor']);
});

test('the sweep deletes unfinished uploads, removed files and blobs without a record, and keeps the rest', async () => {
  const swept = await makeRequest(asker, { name: 'Mill to sweep' });
  const of = { cookie: swept.cookie, responseId: swept.responseId };
  const organizationId = swept.supplierOrganizationId;
  const inOrganization = forOrganization({ organizationId });
  await send(
    [
      { name: 'stays.pdf', bytes: pdf('stays') },
      { name: 'goes.pdf', bytes: pdf('goes') },
    ],
    {},
    of,
  );
  const store = await blobStore();
  const orphan = digest(Buffer.from('orphan'));
  await store.write(keyOfFile(organizationId, orphan), { bytes: Buffer.from('orphan') });
  const location = (await announce('unfinished.pdf', 1_000, {}, of)).headers.get('Location') ?? '';
  await patch(location, 0, Buffer.alloc(400, 1), of);
  const { files } = await listed(of);
  const goes = files.find(({ file }) => file.fileName === 'goes.pdf');
  await post({ intent: 'remove', evidenceId: goes?.id ?? '' }, of);
  expect(await sweepFiles(inOrganization, { organizationId, now: new Date() })).toMatchObject({ uploads: 0, purged: 0, orphans: 0 });
  const later = new Date(Date.now() + 31 * 86_400_000);
  expect(await sweepFiles(inOrganization, { organizationId, now: later })).toMatchObject({ uploads: 1, purged: 1, orphans: 2 });
  expect(await store.size(keyOfFile(organizationId, goes?.file.sha256 ?? ''))).toBeNull();
  expect(await store.size(keyOfFile(organizationId, orphan))).toBeNull();
  expect(
    await store.size(keyOfFile(organizationId, files.find(({ file }) => file.fileName === 'stays.pdf')?.file.sha256 ?? '')),
  ).toBeGreaterThan(0);
  expect((await listed(of)).uploads).toEqual([]);
  expect((await post({ intent: 'restore', evidenceId: goes?.id ?? '' }, of)).status).toBe(422);
});
