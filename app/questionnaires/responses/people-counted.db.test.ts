import { instrument } from '#scoring';
import { beforeAll, describe, expect, it } from 'vitest';
import { openOnDevice } from '~/access/answer-devices.server';
import { requireRespondent, type Respondent } from '~/access/require-respondent.server';
import { readEarlier } from '~/questionnaires/previous-answers/read-earlier.server';
import { readFactRecords } from '~/suppliers/parties/read-fact-records.server';
import { askSupplier } from '~/questionnaires/requests/ask-supplier.server';
import { openRequest } from '~/questionnaires/requests/open-request.server';
import { reachAsker } from '~/questionnaires/requests/receive-answers.server';
import { type OwnRead, readOwn } from '~/questionnaires/respondent/read-own.server';
import { saveOne, saveOwnSection } from '~/questionnaires/respondent/save-own.server';
import { typedOf, withTyped } from '~/questionnaires/respondent/with-typed';
import { submitOwn } from '~/questionnaires/respondent/submit-own.server';
import { projectFacts, valuesOfProjection } from '~/suppliers/facts/project-facts';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { openResponse } from './open-response.server';
import { askedIn, readResponse } from './read-response.server';
import { saveSection } from './save-section.server';
import { sectionView } from './section-view.server';

const [before, current] = ['short-form@1.0.0', 'short-form@1.1.0'] as const;
const now = new Date('2026-11-26T10:00:00Z');
const counted = { all: '40', foreign: '10', internal: '0', agency: '', busiest: '60', quietest: '40' };
let member: MadeMember;
beforeAll(async () => {
  member = await makeMember();
});

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}
const peopleForm = (people: Record<string, string>, more: Record<string, string> = {}) =>
  formOf({ ...Object.fromEntries(Object.entries(people).map(([key, value]) => [`S1.Q1:people.${key}`, value])), ...more });

async function asked(
  supplierPublicId: string,
  instrumentKey: string,
): Promise<{ responseId: string; respondent: () => Promise<Respondent> }> {
  const made = await member.inOrganization((db) =>
    askSupplier(db, {
      ...{ supplierPublicId, instrumentKey, dueOn: null, locale: 'en' as const, email: null, message: '', userId: member.user.id },
      now: new Date(),
    }),
  );
  if (made.kind !== 'asked') throw new Error(made.code);
  const visit = (headers: Record<string, string> = {}) =>
    new Request('http://localhost/', { headers: { 'User-Agent': 'phone', ...headers } });
  const opened = await openOnDevice(made.token, visit(), openRequest);
  if (!opened) throw new Error('the link opens nothing');
  const cookie = opened.setCookie.split(';')[0] ?? '';
  const respondent = () => requireRespondent(visit({ Cookie: cookie }), { responseId: made.responseId });
  return { responseId: made.responseId, respondent };
}

const own = (respondent: Respondent): Promise<OwnRead> =>
  respondent.inResponse(async (db) => {
    const read = await readOwn(db, respondent.responseId);
    if (!read) throw new Error('nothing to read');
    return read;
  });
const save = (respondent: Respondent, form: FormData) => saveOwnSection(respondent, { sectionKey: 'S1', form, now });

async function answerAll(respondent: () => Promise<Respondent>, first: FormData, key: string, at = now): Promise<void> {
  await save(await respondent(), first);
  for (const section of instrument(key).sections.slice(1)) {
    const fields = section.questions.map(({ key: question, type }) => [`${question}:value`, type === 'RF' ? 'no' : 'yes'] as const);
    await saveOwnSection(await respondent(), { sectionKey: section.key, form: formOf(Object.fromEntries(fields)), now });
  }
  expect(await submitOwn(await respondent(), { now: at })).toEqual({ kind: 'submitted' });
  const { asker, responseId } = await respondent();
  await reachAsker({ askerOrganizationId: asker.id, responseId, now });
}

describe('people counted by a supplier', () => {
  it('are shares to every reader, and people to the supplier only', async () => {
    const { publicId, partyId } = await makeSupplier(member, { name: 'Mill that counts' });
    const { responseId, respondent } = await asked(publicId, current);
    await answerAll(respondent, peopleForm(counted), current);

    const mine = await own(await respondent());
    expect(mine.answers.get('S1.Q1')).toMatchObject({
      shares: { migrantShare: 25, internalMigrantShare: 0, peakRatio: 1.5 },
      people: { all: 40, foreign: 10, internal: 0, busiest: 60, quietest: 40 },
    });
    const question = sectionView(mine, 'S1')?.questions[0];
    expect(question?.people.map(({ value }) => value)).toEqual(['40', '10', '0', '', '60', '40']);
    expect(question?.facts.map(({ value }) => value)).toEqual(['', '', '', '']);

    const read = await member.inOrganization((db) => readResponse(db, responseId));
    expect(read?.answers.get('S1.Q1')).toMatchObject({ shares: { migrantShare: 25 }, people: null });
    const reported = await member.inOrganization(async (db) => ({
      snapshots: await db.frozenDocument.findMany({ where: { kind: 'answers', responseId } }),
      facts: await db.fact.findMany({ where: { partyId, source: { kind: 'response' } }, select: { values: true } }),
    }));
    expect(reported.snapshots).toHaveLength(1);
    expect(JSON.stringify(reported.snapshots)).not.toContain('people');
    expect(reported.facts).toEqual([{ values: { migrantShare: 0.25, internalMigrantShare: 0, peakRatio: 1.5 } }]);
  });

  it('are rejected by name, one by one, when impossible or not a number', async () => {
    const { publicId } = await makeSupplier(member, { name: 'Mill that miscounts' });
    const { respondent } = await asked(publicId, current);
    const boxesOf = async (people: Record<string, string>) => {
      const reply = await saveOne(await respondent(), { form: peopleForm({ ...counted, ...people }, { question: 'S1.Q1' }), now });
      return { refusal: reply?.refusal, boxes: reply?.boxes };
    };
    const digits = 'Enter a whole number in digits, for example 30.';
    const more = 'This is more than all who work for you (40). Check both numbers.';
    const less = 'This is less than in the quietest month (61). Check both numbers.';
    expect(await boxesOf({ agency: 'treinta' })).toEqual({
      refusal: `Of these: through an agency or a labour contractor: ${digits}`,
      boxes: { 'people.agency': digits },
    });
    expect((await boxesOf({ agency: '2.5' })).boxes).toEqual({ 'people.agency': digits });
    for (const below of ['-5', '−5'])
      expect((await boxesOf({ agency: below })).boxes).toEqual({ 'people.agency': 'Enter a number of 0 or more.' });
    expect(await boxesOf({ foreign: '41', quietest: '61' })).toEqual({
      refusal: `Of these: from another country: ${more} People at work in your busiest month: ${less}`,
      boxes: { 'people.foreign': more, 'people.busiest': less },
    });
    // Each box has its own reason, also where another one cannot be read at all.
    expect((await boxesOf({ foreign: '41', agency: 'treinta' })).boxes).toEqual({ 'people.foreign': more, 'people.agency': digits });
    expect((await boxesOf({})).boxes).toEqual({});
    const { respondent: other } = await asked((await makeSupplier(member, { name: 'Mill without a script' })).publicId, current);
    const form = peopleForm({ ...counted, foreign: '41', agency: 'treinta' });
    const saved = await saveOwnSection(await other(), { sectionKey: 'S1', form, now });
    const view = sectionView(await own(await other()), 'S1')?.questions[0];
    if (saved.kind !== 'section' || !view) throw new Error('nothing was refused');
    const shown = withTyped(view, typedOf(form, Object.keys(saved.refusals)));
    expect(shown.people.map(({ value, problem }) => [value, problem])).toEqual([
      ['40', undefined],
      ['41', more],
      ['0', undefined],
      ['treinta', digits],
      ['60', undefined],
      ['40', undefined],
    ]);
    const whole = await own(await respondent());
    expect(whole.answers.size).toBe(1);
  });

  it('leave uncounted groups unknown, override a percentage, and end with their fields', async () => {
    const { publicId } = await makeSupplier(member, { name: 'Mill of half an answer' });
    const { respondent } = await asked(publicId, current);
    await save(await respondent(), peopleForm({ foreign: '10' }, { 'S1.Q1:agencyShare': '12', 'S1.Q1:migrantShare': '' }));
    expect((await own(await respondent())).answers.get('S1.Q1')?.shares).toEqual({ agencyShare: 12 });
    await save(await respondent(), peopleForm({ all: '٤٠', foreign: '10' }, { 'S1.Q1:agencyShare': '12', 'S1.Q1:migrantShare': '90' }));
    expect((await own(await respondent())).answers.get('S1.Q1')?.shares).toEqual({ migrantShare: 25, agencyShare: 12 });
    // A workbook has fields for people only: an entered percentage stays, shares computed from people end with them.
    await save(await respondent(), peopleForm({ all: '40', foreign: '' }));
    expect((await own(await respondent())).answers.get('S1.Q1')?.shares).toEqual({ agencyShare: 12 });
    await save(await respondent(), peopleForm({ all: '' }, { 'S1.Q1:agencyShare': '' }));
    expect((await own(await respondent())).answers.has('S1.Q1')).toBe(false);
  });

  it('of an earlier questionnaire that is received late replace nothing that a later one states', async () => {
    const { publicId, partyId } = await makeSupplier(member, { name: 'Mill that is heard late' });
    const later = await asked(publicId, current);
    await answerAll(later.respondent, peopleForm(counted), current, new Date('2026-11-20T10:00:00Z'));
    const earlier = await asked(publicId, before);
    const half = formOf({ 'S1.Q1:migrantShare': '50', 'S1.Q1:agencyShare': '30' });
    await answerAll(earlier.respondent, half, before, new Date('2026-03-20T10:00:00Z'));
    const records = await member.inOrganization((db) => readFactRecords(db, [partyId]));
    // Agency workers were not counted later: there the earlier statement is the only one.
    expect(valuesOfProjection(projectFacts(records))).toMatchObject({ migrantShare: 0.25, peakRatio: 1.5, agencyShare: 0.3 });
  });

  it('are copied: percentages of 1.0 unchanged, people with their shares', async () => {
    const { publicId } = await makeSupplier(member, { name: 'Mill of three years' });
    const first = await asked(publicId, before);
    await answerAll(first.respondent, formOf({ 'S1.Q1:migrantShare': '20' }), before);
    const second = await asked(publicId, current);
    const fieldsOf = async (respondent: Respondent) =>
      respondent.inResponse(async (db) => {
        const read = await readOwn(db, respondent.responseId);
        const earlier = read && (await readEarlier(db, read, { asked: askedIn(read).asked, now }));
        return { size: earlier?.size, fields: earlier?.get('S1.Q1')?.shown.fields };
      });
    // All but the one question that asks more now, and was answered favourably for less.
    expect(await fieldsOf(await second.respondent())).toEqual({
      size: 19,
      fields: [
        ['S1.Q1:migrantShare', '20'],
        ['S1.Q1:note', ''],
      ],
    });
    await save(await second.respondent(), formOf({ still: 'S1.Q1' }));
    expect((await own(await second.respondent())).answers.get('S1.Q1')).toMatchObject({ shares: { migrantShare: 20 }, people: null });
    await answerAll(second.respondent, peopleForm(counted), current, new Date('2026-11-27T10:00:00Z'));

    const third = await asked(publicId, current);
    const { fields } = await fieldsOf(await third.respondent());
    expect(fields).toContainEqual(['S1.Q1:people.foreign', '10']);
    expect(fields?.map(([name]) => name)).not.toContain('S1.Q1:migrantShare');
    await save(await third.respondent(), formOf({ still: 'S1.Q1' }));
    expect((await own(await third.respondent())).answers.get('S1.Q1')).toMatchObject({ shares: { migrantShare: 25 }, people: { all: 40 } });
  });

  it('of a member who answers for a supplier become shares, and are not stored', async () => {
    const { publicId } = await makeSupplier(member, { name: 'Mill answered for' });
    const opened = await member.inOrganization((db) =>
      openResponse(db, { supplierPublicId: publicId, instrumentKey: current, dueOn: null, userId: member.user.id, now }),
    );
    if (opened.kind !== 'opened') throw new Error(opened.kind);
    const { responseId } = opened;
    const asMember = {
      ...member,
      user: { ...member.user, locale: null },
      organization: { ...member.organization, kind: 'company', isDemonstration: false },
      ...{ role: 'owner' as const, memberships: [], can: () => true },
    };
    await saveSection(asMember, { responseId, sectionKey: 'S1', form: peopleForm(counted), now });
    const rows = await member.inOrganization((db) => db.answer.findMany({ where: { responseId }, select: { value: true } }));
    expect(rows).toEqual([{ value: { migrantShare: 25, internalMigrantShare: 0, peakRatio: 1.5 } }]);
    const reported = await member.inOrganization((db) => db.activity.findMany({ where: { recordId: responseId, act: 'answer' } }));
    expect(reported).toHaveLength(1);
    expect(JSON.stringify(reported)).not.toMatch(/people|foreign/);
  });
});
