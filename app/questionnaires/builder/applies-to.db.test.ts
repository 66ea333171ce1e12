import { beforeAll, expect, it } from 'vitest';
import { openResponse } from '~/questionnaires/responses/open-response.server';
import { readResponse } from '~/questionnaires/responses/read-response.server';
import { sectionView } from '~/questionnaires/responses/section-view.server';
import { askSupplier } from '~/questionnaires/requests/ask-supplier.server';
import { openOnDevice } from '~/access/answer-devices.server';
import { requireRespondent } from '~/access/require-respondent.server';
import { openRequest } from '~/questionnaires/requests/open-request.server';
import { readOwn, progressOf } from '~/questionnaires/respondent/read-own.server';
import type { FactValues } from '~/suppliers/facts/fact-fields';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { changeDraft, offerDraft } from './change-draft.server';
import { actOfForm, draftActFields } from './draft-acts';
import { readQuestionnaireTemplate } from './read-draft.server';
import { startEmpty } from './start-draft.server';

const now = new Date('2026-11-26T10:00:00Z');
let member: MadeMember;
let key = '';

/** Applies a form of the builder to the draft. */
async function send(fields: [string, string][]): Promise<void> {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  const act = draftActFields.parse(actOfForm(form));
  const changed = await member.inOrganization((db) => changeDraft(db, { key, act, userId: member.user.id, now }));
  if (changed.kind === 'refused') throw new Error(changed.code);
}
const save = (question: string, section: string, more: [string, string][] = []) =>
  send([
    ['intent', 'save-question'],
    ['question', question],
    ['section', section],
    ['type', 'YNP'],
    ['text', `Is ${question} so?`],
    ['typicalEvidence', 'A look'],
    ...more,
  ]);

beforeAll(async () => {
  member = await makeMember();
  const started = await member.inOrganization((db) => startEmpty(db, { title: 'Where it applies', userId: member.user.id }));
  if (started.kind !== 'started') throw new Error(started.code);
  key = started.key;
  for (const section of ['A', 'B']) {
    await send([['intent', 'add-section']]);
    const where: [string, string][] = section === 'B' ? [['whereFacts', 'employerHousing']] : [];
    await send([['intent', 'save-section'], ['section', section], ['title', section], ['summary', 'About it'], ...where]);
    await send([
      ['intent', 'add-question'],
      ['section', section],
    ]);
  }
  await send([
    ['intent', 'add-question'],
    ['section', 'A'],
  ]);
  await send([
    ['intent', 'add-question'],
    ['section', 'A'],
  ]);
  await save('A.Q1', 'A');
  await save('A.Q2', 'A', [
    ['whereCountries', 'BD'],
    ['whereCountries', 'VN'],
  ]);
  await save('A.Q3', 'A', [['whereSectors', '14']]);
  await save('B.Q1', 'B');
  expect(await member.inOrganization((db) => offerDraft(db, { key, userId: member.user.id }))).toEqual({ kind: 'offered' });
});

async function asked(name: string, values: FactValues) {
  const { publicId } = await makeSupplier(member, { name, values });
  const opened = await member.inOrganization((db) =>
    openResponse(db, { supplierPublicId: publicId, instrumentKey: key, dueOn: null, userId: member.user.id, now }),
  );
  if (opened.kind !== 'opened') throw new Error(opened.code);
  const read = await member.inOrganization((db) => readResponse(db, opened.responseId));
  if (!read) throw new Error('no assessment');
  const views = ['A', 'B'].flatMap((section) => sectionView(read, section) ?? []);
  return {
    asked: views.flatMap(({ questions }) => questions.map((question) => question.key)),
    left: Object.fromEntries(views.flatMap(({ leftOut }) => leftOut.map(({ key: question, because }) => [question, because]))),
  };
}

it('is saved with the draft', async () => {
  const row = await member.inOrganization((db) => readQuestionnaireTemplate(db, key));
  expect(row?.content.sections.map(({ appliesTo, questions }) => [appliesTo, questions.map((question) => question.appliesTo)])).toEqual([
    [undefined, [undefined, { countries: ['BD', 'VN'] }, { sectors: ['14'] }]],
    [{ some: ['employerHousing'] }, [undefined]],
  ]);
});

it('asks where it applies to a site, and shows why it does not', async () => {
  expect((await asked('Mill in Viet Nam', { country: 'VN', sector: '1410', housing: 'tied' })).left).toEqual({});
  const elsewhere = await asked('Farm in Brazil', { country: 'BR', sector: '0111', housing: 'none' });
  expect(elsewhere.asked).toEqual(['A.Q1']);
  expect(elsewhere.left).toEqual({
    'A.Q2': expect.stringContaining('Not asked in this site’s country.'),
    'A.Q3': expect.stringContaining('Not asked in this site’s sector.'),
    'B.Q1': expect.stringContaining('Asked only about certain workers, housing or outside work'),
  });
});

it('asks everything where nothing is known', async () => {
  expect((await asked('Nobody knows', {})).asked).toEqual(['A.Q1', 'A.Q2', 'A.Q3', 'B.Q1']);
});

it('asks the supplier on its phone the same', async () => {
  const { publicId } = await makeSupplier(member, { name: 'Farm in Peru', values: { country: 'PE', sector: '0111', housing: 'none' } });
  const request = { supplierPublicId: publicId, instrumentKey: key, dueOn: null, locale: 'en', email: null, message: '', now };
  const made = await member.inOrganization((db) => askSupplier(db, { ...request, userId: member.user.id }));
  if (made.kind !== 'asked') throw new Error(made.code);
  const visit = (cookie = '') => new Request('http://localhost/', { headers: { 'User-Agent': 'phone', Cookie: cookie } });
  const device = await openOnDevice(made.token, visit(), openRequest);
  const respondent = await requireRespondent(visit(device?.setCookie.split(';')[0]), { responseId: made.responseId });
  const own = await respondent.inResponse((db) => readOwn(db, made.responseId));
  if (!own) throw new Error('no answers');
  expect(progressOf(own)).toMatchObject({ asked: 1 });
});
