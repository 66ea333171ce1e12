import { instrument } from '#scoring';
import { beforeAll, describe, expect, it } from 'vitest';
import { openOnDevice } from '~/access/answer-devices.server';
import { requireRespondent, type Respondent } from '~/access/require-respondent.server';
import { askedIn } from '~/questionnaires/responses/read-response.server';
import { askSupplier } from '~/questionnaires/requests/ask-supplier.server';
import { openRequest } from '~/questionnaires/requests/open-request.server';
import { progressOf, readOwn } from '~/questionnaires/respondent/read-own.server';
import { saveOwnSection } from '~/questionnaires/respondent/save-own.server';
import { submitOwn } from '~/questionnaires/respondent/submit-own.server';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { readEarlier } from './read-earlier.server';

const short = 'short-form@1.0.0';
const long = 'ilo-ten-principles@1.0.0';
const lastYear = new Date('2025-12-20T10:00:00Z');
const now = new Date('2026-11-26T10:00:00Z');
let member: MadeMember;
beforeAll(async () => {
  member = await makeMember();
});

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

async function asked(supplierPublicId: string, instrumentKey: string): Promise<() => Promise<Respondent>> {
  const made = await member.inOrganization((db) =>
    askSupplier(db, {
      supplierPublicId,
      instrumentKey,
      dueOn: null,
      locale: 'en',
      email: null,
      message: '',
      userId: member.user.id,
      // A link is valid by the clock.
      now: new Date(),
    }),
  );
  if (made.kind !== 'asked') throw new Error(made.code);
  const visit = (headers: Record<string, string> = {}) =>
    new Request('http://localhost/', { headers: { 'User-Agent': 'phone', ...headers } });
  const opened = await openOnDevice(made.token, visit(), openRequest);
  if (!opened) throw new Error('the link opens nothing');
  const cookie = opened.setCookie.split(';')[0] ?? '';
  return () => requireRespondent(visit({ Cookie: cookie }), { responseId: made.responseId });
}

async function answerShortForm(respondent: () => Promise<Respondent>, at: Date): Promise<void> {
  for (const section of instrument(short).sections) {
    const fields: Record<string, string> = {};
    for (const { key, type } of section.questions)
      if (type === 'FACT') fields[`${key}:migrantShare`] = '20';
      else fields[`${key}:value`] = type === 'RF' ? 'no' : 'yes';
    await saveOwnSection(await respondent(), { sectionKey: section.key, form: formOf(fields), now: at });
  }
  expect(await submitOwn(await respondent(), { now: at })).toEqual({ kind: 'submitted' });
}

async function earlierOf(respondent: Respondent) {
  return respondent.inResponse(async (db) => {
    const own = await readOwn(db, respondent.responseId);
    if (!own) throw new Error('nothing to read');
    return { own, earlier: await readEarlier(db, own, { asked: askedIn(own).asked, now }) };
  });
}

describe('next year’s request', () => {
  it('A19: offers last year’s answers with their age; they become answers only once confirmed, one by one or a section at a time', async () => {
    const { publicId } = await makeSupplier(member, { name: 'Mill of two years' });
    await answerShortForm(await asked(publicId, short), lastYear);
    const respondent = await asked(publicId, short);
    const before = await earlierOf(await respondent());
    expect(before.earlier.size).toBe(20);
    expect(before.own.answers.size).toBe(0);
    expect(before.earlier.get('S6.Q1')?.shown).toMatchObject({ answer: 'Yes', months: 11, isSameAsker: true, isStale: false });
    expect(before.earlier.get('S1.Q1')?.shown.fields).toContainEqual(['S1.Q1:migrantShare', '20']);
    expect(await submitOwn(await respondent(), { now })).toMatchObject({ kind: 'refused', code: 'unanswered' });

    await saveOwnSection(await respondent(), { sectionKey: 'S6', form: formOf({ still: 'S6.Q2' }), now });
    const one = await earlierOf(await respondent());
    expect([...one.own.answers.keys()]).toEqual(['S6.Q2']);
    expect(one.own.answers.get('S6.Q2')?.answeredAt).toEqual(now);
    expect(one.earlier.has('S6.Q2')).toBe(false);

    for (const { key } of instrument(short).sections)
      await saveOwnSection(await respondent(), { sectionKey: key, form: formOf({ still: '*' }), now });
    const all = await earlierOf(await respondent());
    expect(progressOf(all.own).left).toBe(0);
    expect(all.earlier.size).toBe(0);
    expect(await submitOwn(await respondent(), { now })).toEqual({ kind: 'submitted' });
  });

  it('offers through the crosswalk what another questionnaire answers in full, and nothing of an open one', async () => {
    const { publicId } = await makeSupplier(member, { name: 'Mill of two questionnaires' });
    const first = await asked(publicId, short);
    expect((await earlierOf(await (await asked(publicId, long))())).earlier.size).toBe(0);
    await answerShortForm(first, lastYear);
    const { publicId: other } = await makeSupplier(member, { name: 'Mill that was asked less' });
    await answerShortForm(await asked(other, short), lastYear);
    const { earlier } = await earlierOf(await (await asked(other, long))());
    expect(earlier.get('P6.Q2')?.shown.answer).toBe('Yes');
    expect(earlier.size).toBeGreaterThan(5);
  });

  it('marks answers older than two years, and copies them only individually', async () => {
    const { publicId } = await makeSupplier(member, { name: 'Mill of old answers' });
    const old = new Date('2024-05-01T10:00:00Z');
    await answerShortForm(await asked(publicId, short), old);
    const respondent = await asked(publicId, short);
    expect((await earlierOf(await respondent())).earlier.get('S7.Q1')?.shown).toMatchObject({ months: 30, isStale: true });
    await saveOwnSection(await respondent(), { sectionKey: 'S7', form: formOf({ still: '*' }), now });
    expect((await earlierOf(await respondent())).own.answers.size).toBe(0);
    await saveOwnSection(await respondent(), { sectionKey: 'S7', form: formOf({ still: 'S7.Q1' }), now });
    expect((await earlierOf(await respondent())).own.answers.size).toBe(1);
  });
});
