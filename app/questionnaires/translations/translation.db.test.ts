import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addTranslatedString, historyOfStrings, languagesOfTranslator } from '~/access/translated-strings.server';
import { answerQuestion } from '~/questionnaires/responses/answer-question.server';
import { openResponse } from '~/questionnaires/responses/open-response.server';
import { readResponse } from '~/questionnaires/responses/read-response.server';
import { sectionView } from '~/questionnaires/responses/section-view.server';
import { shownSent } from '~/questionnaires/responses/sent-answer.server';
import { depths, keyOfDepth } from '~/questionnaires/templates/depths';
import { localizedInstrument, wordsAt } from '~/questionnaires/templates/instrument-at.server';
import { loader as listLoader } from '~/routes/public/translations/translations';
import { action, loader } from '~/routes/public/translations/translation';
import { followRequestLocale, runInLocale } from '~/platform/http/locale.server';
import { callRoute } from '../../../tests/setup/call-route';
import { testDatabase, withClient } from '../../../tests/setup/test-database';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { correctString } from './correct-string.server';
import { stringsOf } from './read-strings.server';

const key = 'ilo-ten-principles@1.0.0';
const place = 'P1.Q1.text';
let owner: pg.Client;
let translator: MadeMember;
let other: MadeMember;

beforeAll(async () => {
  followRequestLocale();
  owner = new pg.Client({ connectionString: testDatabase().ownerUrl });
  await owner.connect();
  [translator, other] = await Promise.all([makeMember(), makeMember()]);
  await owner.query('INSERT INTO "Translator" ("userId", "locale") VALUES ($1, $2)', [translator.user.id, 'bn']);
});
afterAll(() => owner.end());

const stringAt = (locale: string, at = place) =>
  stringsOf(key, locale)
    .flatMap(({ strings }) => strings)
    .find((string) => string.place === at);
const write = (text: string, given: { locale?: string; act?: 'save' | 'review'; seen?: number; at?: string; by?: MadeMember } = {}) => {
  const { locale = 'bn', act = 'save', at = place, by = translator } = given;
  const seen = given.seen ?? stringAt(locale, at)?.revision ?? 0;
  return correctString({ key, locale, userId: by.user.id }, { place: at, text, seen, act });
};

describe('corrections of a translation', () => {
  it('are accepted only from users entitled to the language, in the database too', async () => {
    expect(await languagesOfTranslator(translator.user.id)).toEqual(['bn']);
    const row = { instrumentKey: key, place, text: 'নতুন?', status: 'drafted', before: null } as const;
    await expect(addTranslatedString({ ...row, locale: 'bn', userId: other.user.id })).rejects.toThrow(/not entitled/);
    await expect(addTranslatedString({ ...row, locale: 'hi', userId: translator.user.id })).rejects.toThrow(/not entitled/);
    const grant = (client: pg.Client) =>
      client.query('INSERT INTO "Translator" ("userId", "locale") VALUES ($1, $2)', [other.user.id, 'bn']);
    await expect(withClient(testDatabase().appUrl, grant)).rejects.toThrow(/permission denied for table Translator/);
    const params = { instrumentKey: key, locale: 'bn' };
    const url = `/translations/${key}/bn`;
    expect((await callRoute(loader, { url, params, cookie: other.cookie })).status).toBe(404);
    const form = { place, seen: '1', text: 'নতুন?', act: 'save' };
    expect((await callRoute(action, { url, params, cookie: other.cookie, form })).status).toBe(404);
    expect((await callRoute(listLoader, { url: '/translations', cookie: other.cookie })).body).toEqual({ rows: [] });
    const page = await callRoute(loader, { url: `${url}?section=P6`, params, cookie: translator.cookie });
    expect(page.status).toBe(200);
    // The term list is beside the texts, and says which of their words mislead.
    const term = expect.objectContaining({ term: 'ট্রেড ইউনিয়ন', status: 'confirmed' });
    expect(page.body).toMatchObject({ list: { terms: expect.arrayContaining([term]) } });
    expect(JSON.stringify(page.body)).toContain('"avoided":["কাগজপত্র"]');
  });

  it('reject a lost number, a statement for a question, an unknown key, and a string that another user changed', async () => {
    const numbered = stringsOf(key, 'bn')
      .flatMap(({ strings }) => strings)
      .find(({ english }) => /\d/.test(english));
    if (!numbered) throw new Error('no number is asked');
    expect(await write('কিছুই না', { at: numbered.place, seen: numbered.revision })).toMatchObject({ kind: 'lost' });
    expect(await write('এটি প্রশ্ন নয়।')).toEqual({ kind: 'no-question' });
    expect(await write('?', { at: 'P99.Q1.text' })).toEqual({ kind: 'unknown' });
    expect(await write('অন্য?', { seen: 1001 })).toMatchObject({ kind: 'changed', revision: 1 });
    expect(stringAt('bn')).toMatchObject({ revision: 1, status: 'drafted' });
  });

  it('are visible at once, numbered from 1,001, keep the earlier text, and leave every answer its original wording', async () => {
    const supplier = await makeSupplier(translator, {});
    const opened = await translator.inOrganization((db) =>
      openResponse(db, { supplierPublicId: supplier.publicId, instrumentKey: key, dueOn: null, userId: translator.user.id }),
    );
    if (opened.kind !== 'opened') throw new Error(opened.kind);
    const first = stringAt('bn')?.text;
    const answer = (question: string) =>
      translator.inOrganization(async (db) => {
        const read = await readResponse(db, opened.responseId);
        if (!read) throw new Error('no assessment');
        const shown = runInLocale('bn', () => sectionView(read, 'P1')?.questions.find((each) => each.key === question)?.shown ?? '');
        const form = new FormData();
        form.set(`${question}:shown`, shown);
        const given = { question, value: 3, userId: translator.user.id, now: new Date() };
        return answerQuestion(db, { responseId: opened.responseId, ...given, shown: shownSent(form, question) });
      });
    expect((await answer('P1.Q1')).kind).toBe('answered');

    const corrected = 'আপনাদের কি লিখিত নীতি আছে?';
    expect(await write(corrected)).toEqual({ kind: 'saved' });
    expect(localizedInstrument(key, 'bn').sections[0]?.questions[0]?.text).toEqual({
      text: corrected,
      lang: 'bn',
      revision: 1001,
      status: 'drafted',
    });
    expect(await write(corrected)).toEqual({ kind: 'unchanged' });
    expect(await write(corrected, { act: 'review' })).toEqual({ kind: 'saved' });
    expect(stringAt('bn')).toMatchObject({ revision: 1002, status: 'reviewed', text: corrected });
    const history = await historyOfStrings(key, 'bn', [place]);
    expect(history.map(({ revision, user }) => [revision, user?.name])).toEqual([
      [1002, translator.user.name],
      [1001, translator.user.name],
    ]);

    const asked = await translator.inOrganization(async (db) => {
      const read = await readResponse(db, opened.responseId);
      if (!read) throw new Error('no assessment');
      return runInLocale('en', () => sectionView(read, 'P1')?.questions[0]?.asked);
    });
    expect(asked).toEqual({ locale: 'bn', revision: 1, text: first });
  });

  it('hold in every depth that asks the question, wherever they were made, beside what its file said before', async () => {
    const [core, short, whole] = depths.map(keyOfDepth) as [string, string, string];
    const at = 'AGE.1.text';
    await owner.query('INSERT INTO "Translator" ("userId", "locale") VALUES ($1, $2)', [translator.user.id, 'es']);
    const stringIn = (depth: string) =>
      stringsOf(depth, 'es')
        .flatMap(({ strings }) => strings)
        .find((string) => string.place === at);
    const before = stringIn(core);
    const correct = (depth: string, text: string) =>
      correctString(
        { key: depth, locale: 'es', userId: translator.user.id },
        { place: at, text, seen: stringIn(depth)?.revision ?? 0, act: 'review' },
      );
    const first = '¿Con qué frecuencia mira una prueba de edad antes de que alguien empiece?';
    expect(await correct(whole, first)).toEqual({ kind: 'saved' });
    for (const depth of [core, short, whole])
      expect(stringIn(depth), depth).toMatchObject({ text: first, revision: 1001, status: 'reviewed' });
    const second = '¿Cada cuánto mira una prueba de edad antes de que alguien empiece?';
    expect(await correct(core, second)).toEqual({ kind: 'saved' });
    expect(stringIn(short)).toMatchObject({ text: second, revision: 1002 });
    // An answer of any depth keeps the words that were read.
    for (const [revision, text] of [
      [1001, first],
      [1002, second],
      [2, before?.text],
    ] as const)
      expect(wordsAt({ instrumentKey: whole, locale: 'es', place: at, revision })).toBe(text);
    const page = await callRoute(loader, {
      url: `/translations/${short}/es?q=prueba de edad`,
      params: { instrumentKey: short, locale: 'es' },
      cookie: translator.cookie,
    });
    const shown = (page.body as { strings: { place: string; hint: string | null; earlier: { revision: number }[] }[] }).strings;
    const found = shown.find((string) => string.place === at);
    expect(found?.earlier.map(({ revision }) => revision)).toEqual([1001, 2, 1]);
    // A question is corrected beside its hint, also where a filter leaves the hint out.
    expect(shown.some((string) => string.place === 'AGE.1.hint') || found?.hint !== null).toBe(true);
  });

  it('are never changed nor deleted by the application', async () => {
    for (const statement of [`UPDATE "TranslatedString" SET "text" = 'x'`, 'DELETE FROM "TranslatedString"'])
      await expect(withClient(testDatabase().appUrl, (client) => client.query(statement))).rejects.toThrow(/permission denied for table/);
  });

  it('of a form are read only in the format that the page writes', () => {
    const form = new FormData();
    for (const text of ['', 'bn', 'bn:-1', 'bn:1;drop', ':1', 'bn:99999999999']) {
      form.set('P1.Q1:shown', text);
      expect(shownSent(form, 'P1.Q1'), text).toBeNull();
    }
    form.set('P1.Q1:shown', 'bn:1001');
    expect(shownSent(form, 'P1.Q1')).toEqual({ locale: 'bn', revision: 1001 });
  });
});
