import { beforeEach, describe, expect, it } from 'vitest';
import * as uploadRoute from '~/routes/org/questionnaires/import-template';
import * as checkRoute from '~/routes/org/questionnaires/template-import';
import { type MadeMember, makeMember } from '../../../../tests/factories/member';
import { xlsFormFile } from '../../../../tests/factories/xls-form';
import { callRoute } from '../../../../tests/setup/call-route';
import { changeDraft } from '../change-draft.server';
import { readQuestionnaireTemplate, readVersions } from '../read-draft.server';
import { releasedDraft, startEmpty } from '../start-draft.server';
import { fileFormat, writeInstrumentFile } from '../write-instrument-file';
import type { ImportPreview } from './import-preview.server';

type Question = { name: string; label: string };
/** A form of text questions; without `form_id` it has no identity. */
const form = (questions: readonly Question[], settings: Record<string, string> = { form_title: 'Gate check' }) =>
  xlsFormFile({ survey: questions.map((each) => ({ type: 'text', ...each })), settings });
const gates: Question[] = [
  { name: 'open', label: 'Are the gates open?' },
  { name: 'keys', label: 'Who holds the keys?' },
];

let member: MadeMember;
beforeEach(async () => {
  member = await makeMember();
});

const params = (more: Record<string, string> = {}) => ({ orgSlug: member.organization.slug, ...more });
const all = () =>
  member.inOrganization((db) =>
    db.questionnaireTemplate.findMany({ orderBy: { createdAt: 'asc' }, select: { key: true, code: true, importedAs: true, status: true } }),
  );

async function send(bytes: Uint8Array) {
  const body = new FormData();
  body.append('file', new File([new Uint8Array(bytes)], 'gate.xlsx'));
  const request = new Request('http://localhost/x', { method: 'POST', body, headers: { Cookie: member.cookie } });
  return callRoute((args: object) => (uploadRoute.action as (args: object) => unknown)({ ...args, request }), {
    url: '/',
    params: params(),
  });
}

/** Uploads a file. @returns the id of the pending import */
async function upload(bytes: Uint8Array): Promise<string> {
  const { status, headers } = await send(bytes);
  expect(status).toBe(303);
  return headers.get('Location')?.split('/').at(-1) ?? '';
}

const open = (importId: string, as?: string) =>
  callRoute(checkRoute.loader, { url: as === undefined ? '/' : `/?as=${as}`, params: params({ importId }), cookie: member.cookie });
async function preview(importId: string, as?: string): Promise<ImportPreview> {
  const { status, body } = await open(importId, as);
  expect(status).toBe(200);
  return (body as { preview: ImportPreview }).preview;
}
const post = (importId: string, fields: Record<string, string>) =>
  callRoute(checkRoute.action, { url: '/', params: params({ importId }), cookie: member.cookie, form: fields });
const keyOfAnswer = ({ headers }: { headers: Headers }) => headers.get('Location')?.split('/').at(-1) ?? '';

/** Imports a file as proposed, or as `as` says. @returns the key of the version */
async function imported(bytes: Uint8Array, as?: string): Promise<string> {
  const id = await upload(bytes);
  const { chosen, comparison } = await preview(id, as);
  const done = await post(id, { intent: 'import', as: chosen ?? '', seen: comparison?.seen ?? '' });
  expect(done.status).toBe(303);
  return keyOfAnswer(done);
}
const read = async (key: string) => {
  const row = await member.inOrganization((db) => readQuestionnaireTemplate(db, key));
  if (!row) throw new Error(`no ${key}`);
  return row;
};

describe('a file without a form ID', () => {
  it('replaces nothing: it asks what it becomes, and two become two', async () => {
    const first = await imported(form(gates));
    expect(await all()).toHaveLength(1);
    // Another form, of the same title, without an identity too.
    const id = await upload(form([{ name: 'beds', label: 'How many beds?' }]));
    const asked = await preview(id);
    expect(asked).toMatchObject({ identity: null, chosen: null, comparison: null, known: null, sameTitle: 'Gate check' });
    expect(await all()).toHaveLength(1);
    expect(await post(id, { intent: 'import', as: '', seen: '' })).toMatchObject({ status: 422 });
    expect(await all()).toHaveLength(1);
    const second = keyOfAnswer(await post(id, { intent: 'import', as: 'new', seen: '' }));
    expect(second).toMatch(/^own-[0-9a-f]{12}@1\.0\.0$/);
    expect((await all()).map(({ key, importedAs }) => [key, importedAs])).toEqual([
      [first, null],
      [second, null],
    ]);
    expect((await read(first)).content.sections.flatMap(({ questions }) => questions.map(({ key }) => key))).toEqual(['OPEN', 'KEYS']);
  });

  it('a shared title does not make it a version of another', async () => {
    const untitled = xlsFormFile({ survey: gates.map((each) => ({ type: 'text', ...each })) });
    await imported(untitled);
    expect(await preview(await upload(untitled))).toMatchObject({ title: '', chosen: null, sameTitle: null });
  });

  it('may become a version of a selected questionnaire, after its changes were shown', async () => {
    const first = await imported(form(gates));
    const { code, changedAt } = await read(first);
    const id = await upload(
      form([
        { name: 'open', label: 'Are the gates open at night?' },
        { name: 'guard', label: 'Who guards them?' },
      ]),
    );
    const { comparison, chosen } = await preview(id, code);
    expect(chosen).toBe(code);
    expect(comparison).toMatchObject({ before: '1.0.0', after: '2.0.0', isSame: false });
    expect(comparison?.rows.map(({ kind, question }) => [kind, question])).toEqual([
      ['changed', 'OPEN'],
      ['added', 'GUARD'],
      ['removed', 'KEYS'],
    ]);
    expect(keyOfAnswer(await post(id, { intent: 'import', as: code, seen: comparison?.seen ?? '' }))).toBe(`${code}@2.0.0`);
    // The earlier version was a draft, and stays unchanged.
    const [two, one] = await member.inOrganization((db) => readVersions(db, code));
    expect(two).toMatchObject({ version: 2, status: 'draft' });
    expect(one).toMatchObject({ version: 1, status: 'draft', changedAt });
    expect(one?.content.sections[0]?.questions.map(({ text }) => text.en)).toEqual(gates.map(({ label }) => label));
  });
});

describe('a file with a form ID', () => {
  const settings = { form_title: 'Gate check', form_id: 'gate_check' };

  it('is proposed as a version of the questionnaire imported under it, never by title', async () => {
    await member.inOrganization((db) => startEmpty(db, { title: 'Gate check', userId: member.user.id }));
    const id = await upload(form(gates, settings));
    expect(await preview(id)).toMatchObject({ chosen: 'new', known: null, comparison: null, sameTitle: 'Gate check' });
    const first = await imported(form(gates, settings));
    const { code } = await read(first);
    const again = await preview(await upload(form([...gates, { name: 'guard', label: 'Who guards them?' }], settings)));
    expect(again).toMatchObject({ chosen: code, known: 'Gate check', comparison: { rows: [{ kind: 'added', question: 'GUARD' }] } });
  });

  it('may still become a new questionnaire', async () => {
    const first = await imported(form(gates, settings));
    const second = await imported(form([...gates, { name: 'guard', label: 'Who guards them?' }], settings), 'new');
    expect(second.split('@')[0]).not.toBe(first.split('@')[0]);
    expect(await all()).toHaveLength(2);
  });

  it('without changes is not imported as a version', async () => {
    const first = await imported(form(gates, settings));
    const id = await upload(form(gates, settings));
    const { comparison, chosen } = await preview(id);
    expect(comparison).toMatchObject({ isSame: true, rows: [] });
    expect(await post(id, { intent: 'import', as: chosen ?? '', seen: comparison?.seen ?? '' })).toMatchObject({ status: 422 });
    expect((await all()).map(({ key }) => key)).toEqual([first]);
  });

  it('keeps evidence rules that were entered here for unchanged questions', async () => {
    const first = await imported(form(gates, settings));
    const question = { question: 'OPEN', section: 'A', type: 'TEXT', text: 'Are the gates open?', hint: '', whyWeAsk: '' } as const;
    const rest = { typicalEvidence: 'A look at the gate', clause: '', mayBeNotApplicable: false, unless: [], indicators: [], verify: [] };
    const where = { whereCountries: [], whereSectors: [], whereFacts: [] };
    await member.inOrganization((db) =>
      changeDraft(db, {
        key: first,
        act: { intent: 'save-question', ...question, ...rest, ...where, zeroTolerance: false, options: '', facts: [] },
        userId: member.user.id,
        now: new Date(),
      }),
    );
    const second = await imported(form([...gates, { name: 'guard', label: 'Who guards them?' }], settings));
    const asked = (await read(second)).content.sections.flatMap(({ questions }) => questions);
    expect(asked.map(({ key, typicalEvidence }) => [key, typicalEvidence.en])).toEqual([
      ['OPEN', 'A look at the gate'],
      ['KEYS', ''],
      ['GUARD', ''],
    ]);
  });
});

describe('the import button', () => {
  it('pressed twice, also simultaneously, creates one version', async () => {
    const id = await upload(form(gates));
    const fields = { intent: 'import', as: 'new', seen: '' };
    const answers = await Promise.all([post(id, fields), post(id, fields), post(id, fields)]);
    const keys = new Set([...answers, await post(id, fields)].map(keyOfAnswer));
    expect(keys.size).toBe(1);
    expect(await all()).toHaveLength(1);
    // The page of an imported file redirects to its result.
    expect(await open(id)).toMatchObject({ status: 303 });
  });

  it('is rejected where the questionnaire changed since it was compared, and nothing is lost', async () => {
    const first = await imported(form(gates));
    const { code } = await read(first);
    const id = await upload(form([{ name: 'open', label: 'Open?' }]));
    const before = await preview(id, code);
    await member.inOrganization((db) =>
      changeDraft(db, { key: first, act: { intent: 'add-section' }, userId: member.user.id, now: new Date(Date.now() + 1_000) }),
    );
    const fields = { intent: 'import', as: code };
    expect(await post(id, { ...fields, seen: before.comparison?.seen ?? '' })).toMatchObject({ status: 422 });
    expect(await post(id, { ...fields, seen: '' })).toMatchObject({ status: 422 });
    expect(await post(id, { ...fields, as: 'own-of-nobody', seen: '' })).toMatchObject({ status: 422 });
    expect(await all()).toHaveLength(1);
    const after = await preview(id, code);
    expect(await post(id, { ...fields, seen: after.comparison?.seen ?? '' })).toMatchObject({ status: 303 });
    expect(await all()).toHaveLength(2);
  });

  it('is beside a cancel button', async () => {
    const id = await upload(form(gates));
    expect(await post(id, { intent: 'cancel' })).toMatchObject({ status: 303 });
    expect(await open(id)).toMatchObject({ status: 404 });
    expect(await post(id, { intent: 'import', as: 'new', seen: '' })).toMatchObject({ status: 404 });
    expect(await all()).toEqual([]);
  });
});

describe('losses of a file', () => {
  it('are listed by row before anything is written', async () => {
    const bytes = xlsFormFile({
      survey: [
        { type: 'text', name: 'open', label: 'Open?', required: 'yes' },
        { type: 'geopoint', name: 'place', label: 'Where?' },
      ],
    });
    const { remarks, counts, missing } = await preview(await upload(bytes));
    expect(counts).toEqual({ sections: 1, questions: 1 });
    expect(missing).toBeGreaterThan(0);
    expect(remarks.map(({ kind, rows }) => [kind, rows.map(({ code, row }) => [code, row])])).toEqual([
      ['omitted', [['unsupported-type', 3]]],
      [
        'changed',
        [
          ['unsupported-required', 2],
          ['ungrouped', 2],
        ],
      ],
      ['minor', [['name-changed', 2]]],
    ]);
    expect(await all()).toEqual([]);
  });

  it('are listed by row for a rejected file, and nothing is saved', async () => {
    const bytes = xlsFormFile({
      survey: [
        { type: 'text', name: 'a', label: 'A' },
        { type: 'text', label: 'B' },
      ],
    });
    expect(await send(bytes)).toMatchObject({
      status: 422,
      body: { message: 'Nothing was imported.', remarks: [{ code: 'no-name', sheet: 'survey', row: 3 }] },
    });
    expect(await member.inOrganization((db) => db.questionnaireTemplateImport.count())).toBe(0);
  });

  it('do not block the import: characters that no database accepts are left out', async () => {
    const lone = (text: string) => `${text}\u0000\ud800`;
    const questions = releasedDraft('short-form@1.0.0')?.content;
    if (!questions) throw new Error('no draft');
    const content = { ...questions, id: lone('gate'), title: { en: lone('Gate') } };
    const json = JSON.stringify({ format: fileFormat, instrument: content, translations: { fr: { [lone('title')]: lone('Porte') } } });
    const id = await upload(Buffer.from(json));
    const { identity, title, chosen } = await preview(id);
    expect([identity, title, chosen]).toEqual(['gate', 'Gate', 'new']);
    expect(await post(id, { intent: 'import', as: lone('new'), seen: lone('x') })).toMatchObject({ status: 422 });
    const { translations } = await read(keyOfAnswer(await post(id, { intent: 'import', as: 'new', seen: 'x' })));
    expect(translations.fr).toMatchObject({ title: 'Porte' });
  });

  it('are empty for a file that we wrote', async () => {
    const first = await imported(form(gates));
    const exported = Buffer.from(writeInstrumentFile(await read(first)));
    const { remarks, chosen } = await preview(await upload(exported));
    expect(remarks).toEqual([]);
    expect(chosen).toBe((await read(first)).code);
  });
});
