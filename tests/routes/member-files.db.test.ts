import { beforeAll, describe, expect, test } from 'vitest';
import { type AnswerValue, instrument, questionsOf } from '#scoring';
import { answerQuestion } from '~/questionnaires/responses/answer-question.server';
import { openResponse } from '~/questionnaires/responses/open-response.server';
import { readResponse } from '~/questionnaires/responses/read-response.server';
import { defaultInstrument } from '~/questionnaires/responses/schema';
import { scoreLapsed } from '~/risk/scores/score-lapsed.server';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import { submitResponse } from '~/questionnaires/responses/submit-response.server';
import { pdf, photo } from '../factories/evidence';
import { type MadeMember, makeMember } from '../factories/member';
import { makeRequest } from '../factories/request';
import { makeSupplier } from '../factories/supplier';
import { callRoute } from '../setup/call-route';

const question = 'P1.Q1';
let owner: MadeMember;
let viewer: MadeMember;
let stranger: MadeMember;
let responseId: string;
let routes: Record<'page' | 'file' | 'bytes' | 'uploads' | 'upload' | 'section' | 'all', Record<string, unknown>>;

beforeAll(async () => {
  owner = await makeMember();
  viewer = await makeMember({ organization: owner.organization, role: 'viewer' });
  stranger = await makeMember();
  ({ responseId } = await openOne('Mill assessed by a member'));
  routes = {
    page: await import('~/routes/org/questionnaires/response-question-files'),
    file: await import('~/routes/org/questionnaires/response-file'),
    bytes: await import('~/routes/org/questionnaires/response-evidence'),
    uploads: await import('~/routes/org/questionnaires/response-uploads'),
    upload: await import('~/routes/org/questionnaires/response-upload'),
    section: await import('~/routes/org/questionnaires/response-section'),
    all: await import('~/routes/org/questionnaires/response-files'),
  };
});

async function openOne(name: string): Promise<{ partyId: string; responseId: string }> {
  const supplier = await makeSupplier(owner, { name });
  const opened = await owner.inOrganization((db) =>
    openResponse(db, { supplierPublicId: supplier.publicId, instrumentKey: defaultInstrument, dueOn: null, userId: owner.user.id }),
  );
  if (opened.kind !== 'opened') throw new Error(opened.code);
  return { partyId: supplier.partyId, responseId: opened.responseId };
}

type Of = {
  member?: MadeMember;
  id?: string;
  question?: string;
  evidenceId?: string;
  uploadId?: string;
  sectionId?: string;
  search?: string;
};
type Init = { method?: string; body?: BodyInit; headers?: Record<string, string> };
function call(route: unknown, of: Of = {}, { method = 'GET', ...init }: Init = {}) {
  const { member = owner, id = responseId, search = '', ...params } = { question, ...of };
  const orgSlug = member.organization.slug;
  const last = params.uploadId ? `uploads/${params.uploadId}` : 'uploads';
  const request = new Request(`http://localhost/o/${orgSlug}/responses/${id}/${last}${search}`, {
    method,
    headers: { Cookie: member.cookie, ...init.headers },
    ...(init.body === undefined ? {} : { body: init.body }),
  });
  const all = { orgSlug, responseId: id, ...params };
  return callRoute((args: object) => (route as (args: object) => unknown)({ ...args, request }), { url: '/', params: all });
}

type File_ = { name: string; bytes: Uint8Array };
function send(files: File_[], fields: Record<string, string> = {}, of: Of = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const { name, bytes } of files) form.append('file', new File([new Uint8Array(bytes)], name));
  return call(routes.page.action, of, { method: 'POST', body: form });
}
const post = (route: unknown, fields: Record<string, string>, of: Of = {}) =>
  call(route, of, { method: 'POST', body: new URLSearchParams(fields) });
type Listed = { list: { files: { id: string; audience: string[]; isExpired: boolean; file: { fileName: string } }[] }; mayAdd: boolean };
const listed = async (of: Of = {}) => (await call(routes.page.loader, of)).body as Listed;

const tus = { 'Tus-Resumable': '1.0.0' };
const announce = (size: number, of: Of = {}) =>
  call(routes.uploads.action, of, {
    method: 'POST',
    headers: {
      ...tus,
      'Upload-Length': String(size),
      'Upload-Metadata': `filename ${btoa('parts.pdf')},filetype,question ${btoa(question)},audience ${btoa('lender')},validUntil ${btoa('2099-01-01')}`,
    },
  });
const part = (uploadId: string, offset: number, bytes: Uint8Array, of: Of = {}) =>
  call(
    routes.upload.action,
    { uploadId, ...of },
    {
      method: 'PATCH',
      headers: {
        ...tus,
        'Upload-Offset': String(offset),
        'Content-Type': 'application/offset+octet-stream',
        'Content-Length': String(bytes.length),
      },
      body: new Uint8Array(bytes),
    },
  );

test('a plain form saves files with their audience and last day; the viewer and the section show them', async () => {
  const sent = await send(
    [
      { name: 'yard.jpg', bytes: await photo() },
      { name: 'licence.pdf', bytes: pdf('licence') },
    ],
    {
      audience: 'auditor',
      validUntil: '2020-01-31',
    },
  );
  expect(sent.status).toBe(303);
  const { list } = await listed();
  expect(list.files).toMatchObject([
    { file: { fileName: 'yard.jpg', isStripped: true }, audience: ['auditor'], isExpired: true },
    { file: { fileName: 'licence.pdf' }, isExpired: true },
  ]);
  const [first, second] = list.files.map(({ id }) => id);
  expect((await call(routes.file.loader, { evidenceId: first ?? '' })).body).toMatchObject({
    item: { id: first, mayChange: true, isCopy: false },
    at: 1,
    of: 2,
    next: second,
  });
  const section = await call(routes.section.loader, { sectionId: 'P1' });
  const shown = (section.body as { section: { questions: { key: string; evidence: object[] }[] } }).section.questions;
  expect(shown.find(({ key }) => key === question)?.evidence).toMatchObject([
    { fileName: 'yard.jpg', audience: ['auditor'], validUntil: '2020-01-31', isExpired: true },
    { fileName: 'licence.pdf' },
  ]);
  expect(await call(routes.bytes.loader, { evidenceId: `${second}.original` })).toMatchObject({ status: 200 });
  const refused = await send([{ name: 'page.pdf', bytes: Buffer.from('<html><script>1</script>') }]);
  expect(refused).toMatchObject({ status: 422, body: { problems: [{ fileName: 'page.pdf', code: 'file-kind' }] } });
});

test('an upload in parts resumes where it stopped', async () => {
  const bytes = pdf('in two parts');
  const announced = await announce(bytes.length);
  const location = announced.headers.get('Location') ?? '';
  expect(location).toMatch(new RegExp(`^/o/${owner.organization.slug}/responses/${responseId}/uploads/[0-9a-f-]{36}$`));
  const uploadId = location.split('/').pop() ?? '';
  expect((await part(uploadId, 0, bytes.subarray(0, 40))).headers.get('Upload-Offset')).toBe('40');
  const asked = await call(routes.upload.loader, { uploadId }, { method: 'HEAD', headers: tus });
  expect(asked.headers.get('Upload-Offset')).toBe('40');
  expect((await part(uploadId, 40, bytes.subarray(40))).status).toBe(204);
  expect((await listed()).list.files.at(-1)).toMatchObject({ file: { fileName: 'parts.pdf' }, audience: ['lender'] });
});

test('a redacted copy is saved beside a photo, and opened under its own name', async () => {
  const [item] = (await listed()).list.files;
  const evidenceId = item?.id ?? '';
  const made = await post(
    routes.file.action,
    { intent: 'black-out', evidenceId, x: '10', y: '10', width: '30', height: '30', redactedAudience: 'buyer' },
    { evidenceId },
  );
  expect(made.status).toBe(303);
  expect((await call(routes.bytes.loader, { evidenceId: `${evidenceId}.redacted` })).status).toBe(200);
  expect((await call(routes.file.loader, { evidenceId })).body).toMatchObject({ item: { redactedAudience: ['buyer'] } });
  const all = await call(routes.all.loader);
  expect((all.body as { files: { variant: string }[] }).files.some(({ variant }) => variant === 'redacted')).toBe(true);
});

describe('without the permission', () => {
  test('a viewer reads and changes nothing', async () => {
    const [item] = (await listed()).list.files;
    const evidenceId = item?.id ?? '';
    expect(await listed({ member: viewer })).toMatchObject({ mayAdd: false });
    expect((await call(routes.file.loader, { member: viewer, evidenceId })).body).toMatchObject({ item: { mayChange: false } });
    expect((await send([{ name: 'a.pdf', bytes: pdf('a') }], {}, { member: viewer })).status).toBe(403);
    expect((await post(routes.file.action, { intent: 'edit', evidenceId }, { member: viewer, evidenceId })).status).toBe(403);
    expect((await announce(10, { member: viewer })).status).toBe(403);
    expect(
      (
        await post(
          routes.section.action,
          { intent: 'grade-evidence', evidenceId, grade: 'document-checked' },
          { member: viewer, sectionId: 'P1' },
        )
      ).status,
    ).toBe(403);
  });

  test('another organization gets 404', async () => {
    const [item] = (await listed()).list.files;
    const of = { member: stranger, evidenceId: item?.id ?? '' };
    expect((await call(routes.page.loader, of)).status).toBe(404);
    expect((await call(routes.file.loader, of)).status).toBe(404);
    expect((await send([{ name: 'a.pdf', bytes: pdf('a') }], {}, of)).status).toBe(404);
    expect((await post(routes.file.action, { intent: 'remove', evidenceId: of.evidenceId }, of)).status).toBe(404);
    expect((await announce(10, of)).status).toBe(404);
    expect((await part('00000000-0000-4000-8000-000000000000', 0, Buffer.alloc(4), of)).status).toBe(404);
  });

  test('a buyer cannot attach files to a supplier’s own response', async () => {
    const asked = await makeRequest(owner, { name: 'Mill that was asked' });
    const of = { id: asked.responseId };
    expect((await send([{ name: 'a.pdf', bytes: pdf('a') }], {}, of)).status).toBe(404);
    expect((await announce(10, of)).status).toBe(404);
    expect((await call(routes.page.loader, of)).headers.get('Location')).toBe(
      `/o/${owner.organization.slug}/responses/${asked.responseId}/files`,
    );
    expect(await owner.inOrganization((db) => db.evidence.count({ where: { responseId: asked.responseId } }))).toBe(0);
  });
});

test('a file is graded from its section, removed and restored', async () => {
  const [item] = (await listed()).list.files;
  const evidenceId = item?.id ?? '';
  const grade = (value: string) => post(routes.section.action, { intent: 'grade-evidence', evidenceId, grade: value }, { sectionId: 'P1' });
  expect((await grade('perfect')).status).toBe(422);
  expect((await grade('document-checked')).status).toBe(303);
  expect((await post(routes.page.action, { intent: 'remove', evidenceId })).headers.get('Location')).toContain(`?removed=${evidenceId}`);
  expect((await post(routes.page.action, { intent: 'restore', evidenceId })).status).toBe(303);
  expect(
    await owner.inOrganization((db) => db.evidence.findFirst({ where: { id: evidenceId }, select: { grade: true, removedAt: true } })),
  ).toEqual({ grade: 'document-checked', removedAt: null });
});

test('expired evidence supports no answer: the score falls after its last day, and rises with a later one', async () => {
  const own = await openOne('Mill with a licence');
  const of = { id: own.responseId };
  const usual: Partial<Record<string, AnswerValue>> = { G4: 3, YNP: 'yes', PCT: 80, RF: 'no' };
  const now = new Date();
  const dayAt = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
  await owner.inOrganization(async (db) => {
    for (const { key, type } of questionsOf(instrument(defaultInstrument))) {
      const value = type === 'FACT' ? { migrantShare: 25, agencyShare: '' } : usual[type];
      await answerQuestion(db, { responseId: own.responseId, question: key, value, userId: owner.user.id, now });
    }
  });
  await send([{ name: 'licence.pdf', bytes: pdf('licence of the mill') }], { validUntil: dayAt(3) }, of);
  await owner.inOrganization((db) => submitResponse(db, { responseId: own.responseId, userId: owner.user.id, now }));
  const creditNow = () =>
    owner.inOrganization(async (db) => {
      const { scoreId } = await db.supplier.findFirstOrThrow({ where: { partyId: own.partyId } });
      const score = await db.score.findFirstOrThrow({ where: { id: scoreId ?? '' } });
      return (score.result as unknown as { lines: { controlCredit: number } }).lines.controlCredit;
    });
  const gradeOf = async () => (await owner.inOrganization((db) => readResponse(db, own.responseId)))?.answers.get(question)?.evidenceGrade;
  const valid = await creditNow();
  expect(await gradeOf()).toBe('document-uploaded');
  const night = (days: number) => owner.inOrganization((db) => scoreLapsed(db, { today: dayAt(days) }));
  expect(await night(3), 'on its last day it still counts').toBe(0);
  expect(await night(4)).toBe(1);
  const lapsed = await creditNow();
  expect(lapsed, 'credit is what is removed').toBeGreaterThan(valid);
  expect(await night(4), 'once').toBe(0);
  // The date is corrected on the page of the file: the score follows at once.
  await owner.inOrganization((db) => scoreSuppliers(db, { partyIds: [own.partyId], asOf: dayAt(0) }));
  const evidenceId = (await listed(of)).list.files[0]?.id ?? '';
  const edit = (validUntil: string) => post(routes.file.action, { intent: 'edit', evidenceId, validUntil }, { ...of, evidenceId });
  expect((await edit(dayAt(-1))).status).toBe(303);
  expect(await gradeOf()).toBe('self-declared');
  expect(await creditNow()).toBe(lapsed);
  await edit(dayAt(30));
  expect(await creditNow()).toBe(valid);
});
