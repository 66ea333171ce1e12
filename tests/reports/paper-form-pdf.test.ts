import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gatherAnswers } from '~/questionnaires/responses/gather-answers.server';
import { localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import { paperOfResponse, paperOfInstrument } from '~/questionnaires/print-form/make-paper.server';
import { instrumentKeys } from '#scoring';
import { m } from '~/paraglide/messages';
import { type Locale, locales } from '~/paraglide/runtime';
import { renderPaperForm } from '~/questionnaires/print-form/paper-form/render.server';
import type { PaperForm } from '~/questionnaires/print-form/paper-form/schema';
import { textDirection } from '~/locales/locale';
import { isThorough } from '../setup/each-route';
import { hasTool, hasVeraPdf, runTool, runVeraPdf } from './run-tool';

const folder = mkdtempSync(path.join(tmpdir(), 'manumit-paper-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string) => path.join(folder, `${name}.pdf`);
const sample = 'short-form@1.1.0';
/** Unless the run is thorough, one language of each kind of script: joined letters, stacked letters, no spaces, marks above and below. */
const drawn = locales.filter((locale) => isThorough || ['en', 'ar', 'zh', 'bn', 'ur', 'vi'].includes(locale));

const head = (instrumentKey: string, locale: Locale) => ({
  locale,
  shown: localizedInstrument(instrumentKey, locale),
  asker: 'Larkfield & Sons <Ltd>',
  contact: null,
  subject: 'Công ty Cổ phần May Nguyễn',
  wayBack: 'link' as const,
});
const blank = (locale: Locale, key = sample) => paperOfInstrument(head(key, locale));

/** The answers of a supplier: one on each type of scale, a remark, and one that excludes others. */
function filled(locale: Locale, status: string, isBlank = false): PaperForm {
  const instrumentKey = 'ilo-ten-principles@1.0.0';
  const answeredAt = new Date('2026-11-20T10:00:00Z');
  const given: [string, unknown, string][] = [
    ['P1.Q1', 0, 'Asked in <May> & June \u202e'],
    ['P1.Q4', 42, ''],
    ['P1.Q5', 'dont-know', ''],
  ];
  const answers = given.map(([question, value, note]) => ({ question, value, note, answeredAt }));
  const response = {
    instrumentKey,
    status,
    dueOn: new Date('2026-12-31T00:00:00Z'),
    scope: null,
    opened: [],
    party: { supplier: null },
    ...gatherAnswers({ instrumentKey, answers, evidence: [], today: '' }),
  };
  return paperOfResponse({ ...head(instrumentKey, locale), response, isBlank });
}

const core = 'workshop-core@1.0.0';
const payers = ['FEE.2.agent', 'FEE.2.travel'] as const;
/** The core with two rows of its table answered, one of them with a remark. */
function filledCore(locale: Locale): PaperForm {
  const answeredAt = new Date('2026-11-20T10:00:00Z');
  const [agent, travel] = payers;
  const answers = [
    { question: agent, value: 'employer', note: 'Agent of the port', answeredAt },
    { question: travel, value: 'worker', note: '', answeredAt },
  ];
  const response = {
    ...{ instrumentKey: core, status: 'submitted', dueOn: null, scope: null, opened: [], party: { supplier: null } },
    ...gatherAnswers({ instrumentKey: core, answers, evidence: [], today: '' }),
  };
  return paperOfResponse({ ...head(core, locale), response, isBlank: false });
}
const tablesIn = (form: PaperForm) => form.sections.flatMap(({ groups }) => groups.filter(({ isTable }) => isTable));

const questionIn = (form: PaperForm, key: string) =>
  form.sections.flatMap(({ groups }) => groups.flatMap(({ questions }) => questions)).find((question) => question.key === key);

describe('the content of the printed form', () => {
  test('has every question of every questionnaire, in every language', () => {
    expect(instrumentKeys().length).toBeGreaterThanOrEqual(9);
    for (const key of instrumentKeys())
      for (const locale of locales) {
        const form = blank(locale, key);
        const shown = localizedInstrument(key, locale);
        const asked = shown.sections.flatMap(({ questions }) => questions.map((question) => [question.key, question.text.text]));
        const printed = form.sections.flatMap(({ groups }) => groups.flatMap(({ questions }) => questions));
        expect(
          printed.map((question) => [question.key, question.text]),
          `${key} ${locale}`,
        ).toEqual(asked);
        for (const question of printed)
          expect(question.options.length + question.fields.length, `${key} ${question.key}: no answer field`).toBeGreaterThan(0);
      }
  });

  test('says that no native speaker has checked a translation, and nothing of it where the text is the original', () => {
    for (const locale of locales) {
      const said = m.respondent_draft_translation({ asker: head(core, locale).asker }, { locale });
      const texts = blank(locale, core).notes.flatMap((note) => note.texts);
      expect(texts.includes(said), locale).toBe(locale !== 'en');
    }
  });

  test('an option that excludes questions lists them, and each of these shows its condition', () => {
    const form = blank('en', 'ilo-ten-principles@1.0.0');
    const [first] = questionIn(form, 'P1.Q1')?.options ?? [];
    expect(first).toEqual({
      text: 'Nothing yet',
      isTicked: false,
      skips: 'then leave out \u2068P1.Q2\u2069, \u2068P1.Q3\u2069, and \u2068P1.Q7\u2069',
    });
    expect(questionIn(form, 'P1.Q2')?.condition).toContain('Not asked when P1.Q1 is answered');
    expect(questionIn(form, 'P1.Q4')?.condition).toBeNull();
  });

  test('answers are selected and written; excluded ones are separate with the reason; a copy has no lines to write on', () => {
    const form = filled('en', 'submitted');
    expect(questionIn(form, 'P1.Q1')?.options.filter(({ isTicked }) => isTicked)).toHaveLength(1);
    expect(questionIn(form, 'P1.Q4')?.fields[0]?.text).toBe('42');
    expect(questionIn(form, 'P1.Q1')?.remark?.text).toContain('<May> & June');
    expect(questionIn(form, 'P1.Q6')).toMatchObject({ missing: 'No answer yet', remark: null });
    expect(questionIn(form, 'P1.Q2')).toBeUndefined();
    expect(form.sections[0]?.leftOut.find(({ key }) => key === 'P1.Q2')?.because).toBe(
      'P1.Q2 is not asked because of your answer to P1.Q1.',
    );
    expect(form.closing).toEqual([]);
    const open = filled('en', 'open');
    expect(open.state).toBe('Answers given up to 20 Nov 2026');
    expect(questionIn(open, 'P1.Q6')?.remark).toEqual({ label: 'Remark', text: null });
  });

  test('rows that share their answers are one table, with the tick of each row; other questions are not', () => {
    for (const locale of locales) {
      const [table, ...others] = tablesIn(blank(locale, core));
      expect(others).toEqual([]);
      expect(table?.title).toBe(localizedInstrument(core, locale).sections[2]?.points[0]?.title.text);
      expect(table?.questions).toHaveLength(9);
      expect(new Set(table?.questions.map(({ options }) => options.map(({ text }) => text).join())).size).toBe(1);
    }
    expect(tablesIn(blank('en'))).toEqual([]);
    const ticked = tablesIn(filledCore('en')).flatMap(({ questions }) =>
      questions.flatMap(({ key, options, missing, remark }) => [
        [key, options.find(({ isTicked }) => isTicked)?.text, missing, remark?.text],
      ]),
    );
    expect(ticked).toContainEqual(['FEE.2.agent', 'We pay', null, 'Agent of the port']);
    expect(ticked).toContainEqual(['FEE.2.travel', 'The worker pays', null, undefined]);
    expect(ticked).toContainEqual(['FEE.2.medical', undefined, 'No answer yet', undefined]);
  });

  test('an empty form of a response contains none of its answers', () => {
    const form = filled('en', 'open', true);
    expect(JSON.stringify(form)).not.toMatch(/<May>|"42"|"isTicked":true/);
    expect(questionIn(form, 'P1.Q2')).toBeDefined();
  });
});

describe('the PDF', () => {
  beforeAll(async () => {
    for (const locale of drawn) writeFileSync(file(locale), await renderPaperForm(blank(locale)));
    for (const locale of ['en', 'ar'] as const) writeFileSync(file(`copy-${locale}`), await renderPaperForm(filled(locale, 'submitted')));
    for (const locale of ['en', 'ar', 'ur'] as const) writeFileSync(file(`core-${locale}`), await renderPaperForm(blank(locale, core)));
    for (const locale of ['en', 'ar'] as const) writeFileSync(file(`core-copy-${locale}`), await renderPaperForm(filledCore(locale)));
  });

  test('the same form gives the same bytes', async () => {
    for (const locale of ['en', 'ar'] as const) {
      const form = filled(locale, 'open');
      expect((await renderPaperForm(form)).equals(await renderPaperForm(form))).toBe(true);
    }
  });

  describe.skipIf(!hasTool('pdftotext', '-v'))('its text (needs poppler: skipped where it is missing)', () => {
    /** The text as a reader searches it: without line ends, marks of direction and vowels, and with ligatures as letters. */
    const plain = (text: string) =>
      text
        .normalize('NFKC')
        .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\f]/g, '')
        .replace(/(?<=\p{Script=Arabic})\p{M}+/gu, '')
        .replace(/\s+/g, ' ');
    const textOf = (name: string, ...flags: string[]) => plain(runTool('pdftotext', ...flags, file(name), '-').text);

    test.each(drawn)('in %s every question can be found in its reading order', (locale) => {
      // As stored in the file; from right to left poppler orders letters only where it lays pages out.
      const text = textOf(locale, ...(textDirection(locale) === 'rtl' ? [] : ['-raw']));
      // The code in the margin may come between two lines of its question.
      const squeezed = text.replace(/ |S\d\.Q\d/g, '');
      const questions = localizedInstrument(sample, locale).sections.flatMap((section) => section.questions);
      const missing = questions.filter((question) => {
        // Programs order a sentence of mixed scripts differently: its first words suffice.
        const words = plain(question.text.text).replace(/[A-Za-z0-9(].*$/u, (rest) => (textDirection(locale) === 'rtl' ? '' : rest));
        return !squeezed.includes(words.replace(/ /g, '').replace(/[?؟.،۔:]+$/u, ''));
      });
      expect(missing.map(({ key, text: { text: words } }) => `${key} ${words}`)).toEqual([]);
      expect(squeezed).not.toMatch(/\[U\+/);
    });

    test('pages are numbered, and hostile names are complete', () => {
      const text = textOf('en');
      const pages = Number(/Pages:\s+(\d+)/.exec(runTool('pdfinfo', file('en')).text)?.[1]);
      expect(pages).toBeGreaterThan(1);
      for (const words of [`Page 1 of ${pages}`, `Page ${pages} of ${pages}`, 'Larkfield & Sons <Ltd>', 'Công ty Cổ phần May Nguyễn'])
        expect(text).toContain(words);
      expect(textOf('copy-en')).toContain('Asked in <May> & June');
    });

    test('a table names its answers once in its head, each row once, and the remark of a row beside it', () => {
      const text = textOf('core-en', '-raw');
      for (const words of ['Agent or broker', 'Gifts, deposits or bribes', 'The worker pays, we pay it back'])
        expect(text.split(words).length - 1, words).toBe(1);
      const copy = textOf('core-copy-en', '-raw');
      expect(copy).toContain('Agent of the port');
      expect(copy.split('The worker pays, we pay it back').length - 1).toBe(1);
    });

    test('Arabic begins on the right: codes at the right edge, page numbers at the left', () => {
      const words = [
        ...runTool('pdftotext', '-bbox', file('ar'), '-').text.matchAll(/xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)".*>(.*)<\/word>/g),
      ];
      const codes = words.filter(([, , , word]) => /^[A-Z]+\d*\.Q?\d+$/.test(word?.replace(/[\u200e\u200f\u202a-\u202e]/g, '') ?? ''));
      expect(codes.filter(([, , right]) => Number(right) > 525).length).toBeGreaterThan(5);
      expect(words.some(([, left, right]) => Number(left) < 64 && Number(right) < 120)).toBe(true);
      const english = [
        ...runTool('pdftotext', '-bbox', file('en'), '-').text.matchAll(/xMin="([\d.]+)".*xMax="([\d.]+)".*>([A-Z]+\d*\.Q?\d+)<\/word>/g),
      ];
      expect(english.filter(([, left]) => Number(left) < 70).length).toBeGreaterThan(5);
    });
  });

  describe.skipIf(!hasTool('qpdf', '--version'))('its tags (needs qpdf)', () => {
    test('Arabic words are stored whole, and pages turn from the right', () => {
      const { text } = runTool('qpdf', '--json', file('ar'));
      expect(text).toContain(localizedInstrument(sample, 'ar').title.text);
      expect(text).toContain('"/Direction": "/R2L"');
    });
  });

  describe.skipIf(!hasVeraPdf && process.env.REQUIRE_VERAPDF !== '1')(
    'veraPDF (needs Java and libjaxb-java: skipped where they are missing)',
    () => {
      test('a form is PDF/UA-1 and PDF/A-3a in languages of every script, empty or filled', async () => {
        // Unless the run is thorough, letters that stack and letters that join.
        const checked = drawn.filter((locale) => isThorough || locale === 'bn');
        const copies = isThorough ? ['copy-en', 'copy-ar'] : ['copy-ar'];
        const tables = ['core-ur', 'core-copy-ar'];
        const { text, code } = await runVeraPdf('ua1,3a', ...[...checked, ...copies, ...tables].map(file));
        expect(text).not.toContain('compliant=false');
        expect(text.match(/compliant=true/g)).toHaveLength(2 * (checked.length + copies.length + tables.length));
        expect(code).toBe(0);
      });
    },
  );
});
