import { beforeAll, describe, expect, test } from 'vitest';
import { instrument } from '#scoring';
import { openOnDevice } from '~/access/answer-devices.server';
import { defaultInstrument } from '~/questionnaires/responses/schema';
import { openRequest } from '~/questionnaires/requests/open-request.server';
import { forwardSections } from '~/questionnaires/respondent/forward-sections.server';
import { pdf } from '../factories/evidence';
import { makeMember } from '../factories/member';
import { type MadeRequest, makeRequest } from '../factories/request';
import { callRoute } from '../setup/call-route';

const [given, other] = instrument(defaultInstrument).sections;
const [mine, beside] = (given?.questions ?? []).map(({ key }) => key);
const foreign = other?.questions[0]?.key ?? '';

let request: MadeRequest;
let colleague: string;
let routes: Record<'page' | 'file' | 'bytes' | 'uploads' | 'upload' | 'section', Record<string, unknown>>;

beforeAll(async () => {
  request = await makeRequest(await makeMember(), { name: 'Mill with a wages office' });
  colleague = await letIn('Wages office', [given?.key ?? '']);
  routes = {
    page: await import('~/routes/guest/questionnaire/question-files'),
    file: await import('~/routes/guest/questionnaire/file'),
    bytes: await import('~/routes/guest/questionnaire/file-variant'),
    uploads: await import('~/routes/guest/questionnaire/uploads'),
    upload: await import('~/routes/guest/questionnaire/upload'),
    section: await import('~/routes/guest/questionnaire/section'),
  };
});

/** The Cookie header of the device of a colleague who was assigned some sections. */
async function letIn(label: string, sections: string[]): Promise<string> {
  const forwarded = await forwardSections(await request.respondent(), {
    label,
    sections,
    instrumentKey: defaultInstrument,
    now: new Date(),
  });
  if (forwarded.kind !== 'forwarded') throw new Error(forwarded.code);
  const visit = new Request('http://localhost/', { headers: { 'User-Agent': 'phone' } });
  const device = await openOnDevice(forwarded.token, visit, openRequest);
  return device?.setCookie.split(';')[0] ?? '';
}

type Init = { method?: string; body?: BodyInit; headers?: Record<string, string> };
function call(route: unknown, cookie: string, params: Record<string, string>, { method = 'GET', ...init }: Init = {}) {
  const asked = new Request(
    `http://localhost/guest/questionnaire/${request.responseId}/${params.uploadId ? `uploads/${params.uploadId}` : 'uploads'}`,
    {
      method,
      headers: { Cookie: cookie, ...init.headers },
      ...(init.body === undefined ? {} : { body: init.body }),
    },
  );
  const all = { responseId: request.responseId, ...params };
  return callRoute((args: object) => (route as (args: object) => unknown)({ ...args, request: asked }), { url: '/', params: all });
}

function send(cookie: string, question: string, name: string) {
  const form = new FormData();
  form.append('file', new File([new Uint8Array(pdf(name))], name, { type: 'application/pdf' }));
  return call(routes.page.action, cookie, { question }, { method: 'POST', body: form });
}
const post = (cookie: string, question: string, fields: Record<string, string>) =>
  call(routes.page.action, cookie, { question }, { method: 'POST', body: new URLSearchParams(fields) });

type Listed = { list: { files: { id: string; mayChange: boolean; file: { fileName: string } }[]; uploads: { id: string }[] } };
async function listed(cookie: string, question: string) {
  return ((await call(routes.page.loader, cookie, { question })).body as Listed).list;
}
const idOf = async (name: string, question: string) =>
  (await listed(request.cookie, question)).files.find(({ file }) => file.fileName === name)?.id ?? '';

const tus = { 'Tus-Resumable': '1.0.0' };
const announce = (cookie: string, question: string, size: number) =>
  call(
    routes.uploads.action,
    cookie,
    {},
    {
      method: 'POST',
      headers: {
        ...tus,
        'Upload-Length': String(size),
        'Upload-Metadata': `filename ${btoa('sent.pdf')},filetype,question ${btoa(question)}`,
      },
    },
  );
const part = (cookie: string, uploadId: string, bytes: Buffer) =>
  call(
    routes.upload.action,
    cookie,
    { uploadId },
    {
      method: 'PATCH',
      headers: {
        ...tus,
        'Upload-Offset': '0',
        'Content-Type': 'application/offset+octet-stream',
        'Content-Length': String(bytes.length),
      },
      body: new Uint8Array(bytes),
    },
  );

test('a colleague uploads files to the questions of their section, by form and in parts, and their page links to it', async () => {
  expect((await send(colleague, mine ?? '', 'wages.pdf')).status).toBe(303);
  const bytes = pdf('in parts');
  const announced = await announce(colleague, beside ?? '', bytes.length);
  expect(announced.status).toBe(201);
  const uploadId = announced.headers.get('Location')?.split('/').pop() ?? '';
  expect((await part(colleague, uploadId, bytes)).status).toBe(204);
  expect((await listed(colleague, beside ?? '')).files).toMatchObject([{ file: { fileName: 'sent.pdf' }, mayChange: true }]);
  const page = await call(routes.section.loader, colleague, { sectionId: given?.key ?? '' });
  expect((page.body as { fileCounts: Record<string, number> }).fileCounts[mine ?? '']).toBe(1);
  // The main respondent sees it and may change it.
  expect((await listed(request.cookie, mine ?? '')).files).toMatchObject([{ file: { fileName: 'wages.pdf' }, mayChange: true }]);
  const evidenceId = await idOf('wages.pdf', mine ?? '');
  expect((await call(routes.bytes.loader, colleague, { question: mine ?? '', evidenceId, variant: 'original' })).status).toBe(200);
});

describe('outside their section', () => {
  test('a colleague can neither upload nor download a file', async () => {
    await send(request.cookie, foreign, 'contracts.pdf');
    const evidenceId = await idOf('contracts.pdf', foreign);
    expect(evidenceId).not.toBe('');
    expect((await call(routes.page.loader, colleague, { question: foreign })).status).toBe(404);
    expect((await send(colleague, foreign, 'smuggled.pdf')).body).toMatchObject({ problems: [{ code: 'unknown-question' }] });
    expect((await announce(colleague, foreign, 100)).status).toBe(422);
    expect((await call(routes.file.loader, colleague, { question: foreign, evidenceId })).status).toBe(404);
    // It is not found by the address of one of the colleague's own questions either.
    expect((await call(routes.file.loader, colleague, { question: mine ?? '', evidenceId })).status).toBe(404);
    for (const variant of ['original', 'thumbnail', 'redacted'])
      expect((await call(routes.bytes.loader, colleague, { question: mine ?? '', evidenceId, variant })).status).toBe(404);
    for (const intent of ['remove', 'edit', 'black-out', 'remove-copy'])
      expect(
        (await post(colleague, mine ?? '', { intent, evidenceId, audience: 'buyer', x: '0', y: '0', width: '9', height: '9' })).status,
      ).toBe(422);
    expect((await listed(request.cookie, foreign)).files).toHaveLength(1);
  });

  test('a colleague sees only their own unfinished uploads', async () => {
    const begun = await announce(request.cookie, mine ?? '', 100);
    const uploadId = begun.headers.get('Location')?.split('/').pop() ?? '';
    expect((await listed(colleague, mine ?? '')).uploads).toEqual([]);
    expect((await part(colleague, uploadId, Buffer.alloc(10))).status).toBe(404);
    expect((await post(colleague, mine ?? '', { intent: 'give-up', evidenceId: uploadId })).status).toBe(422);
    expect((await listed(request.cookie, mine ?? '')).uploads).toHaveLength(1);
  });
});

test('a colleague sees files that others added to their section, and cannot change them', async () => {
  await send(request.cookie, mine ?? '', 'of the manager.pdf');
  const shown = (await listed(colleague, mine ?? '')).files.find(({ file }) => file.fileName === 'of the manager.pdf');
  expect(shown).toMatchObject({ mayChange: false });
  const evidenceId = shown?.id ?? '';
  expect((await post(colleague, mine ?? '', { intent: 'remove', evidenceId })).status).toBe(422);
  expect((await post(colleague, mine ?? '', { intent: 'edit', evidenceId, audience: 'lender' })).status).toBe(422);
  expect((await call(routes.file.loader, colleague, { question: mine ?? '', evidenceId })).body).toMatchObject({
    item: { mayChange: false },
  });
  const own = await idOf('wages.pdf', mine ?? '');
  expect((await post(colleague, mine ?? '', { intent: 'edit', evidenceId: own, audience: 'lender' })).status).toBe(303);
  expect((await post(colleague, mine ?? '', { intent: 'remove', evidenceId: own })).status).toBe(303);
  expect((await post(colleague, mine ?? '', { intent: 'restore', evidenceId: own })).status).toBe(303);
});

test('a colleague of another section, and one whose access was revoked, get 404', async () => {
  const second = await letIn('Security', [other?.key ?? '']);
  expect((await call(routes.page.loader, second, { question: mine ?? '' })).status).toBe(404);
  expect((await call(routes.page.loader, second, { question: foreign })).status).toBe(200);
  expect((await call(routes.page.loader, '', { question: mine ?? '' })).status).toBe(404);
});
