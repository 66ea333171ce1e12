import { type InstrumentQuestion, isGathered } from '#scoring';
import { localizedInstrument } from '~/features/instrument/instrument-at.server';
import { isKeptSign } from '~/features/party/form-values';
import { m } from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
import { parseAnswer, parseGathered } from './parse-answer';
import { workforceSharesSchema } from './schema';
import { type SharesKnown, shareOf } from './section-view.server';
import type { Shown } from './store-answer.server';
import { refusalWord } from './words';

/** Whether a form says anything of a question. */
export function isSent(form: FormData, key: string): boolean {
  return [...form.keys()].some((name) => name.startsWith(`${key}:`));
}

/** In which language and revision a question was shown, as its form tells; null where it does not. */
export function shownSent(form: FormData, key: string): Shown | null {
  const [, locale, revision] = /^([a-z]{2,3}(?:-[A-Za-z]+)?):(\d{1,9})$/.exec(String(form.get(`${key}:shown`) ?? '')) ?? [];
  return locale && revision ? { locale, revision: Number(revision) } : null;
}

/** What a form sent for a question: null for nothing, undefined for what is no answer at all. Scales are checked by the verb that stores it. */
export function sentAnswer(form: FormData, assessment: SharesKnown, question: InstrumentQuestion) {
  return question.type === 'FACT' ? sharesSent(form, assessment, question) : valueSent(form, question);
}

/** The sentence for a value that is none on the question's scale; of several boxes it names those that cannot be read. */
export function badValueWord(question: InstrumentQuestion, sent: { instrumentKey: string; value: unknown }): string {
  const { type } = question;
  if (type === 'FACT') return badSharesWord(question, sent);
  if (type === 'PCT') return m.assessment_percent_bad();
  if (type === 'NUMBER') return m.instrument_number_bad();
  return type === 'DATE' ? m.assessment_new_due_bad() : refusalWord('bad-value');
}

function badSharesWord({ key }: InstrumentQuestion, { instrumentKey, value }: { instrumentKey: string; value: unknown }): string {
  const { error } = workforceSharesSchema.safeParse(value);
  const bad = new Set(error?.issues.map(({ path }) => path[0]));
  const shown = localizedInstrument(instrumentKey, getLocale()).sections.flatMap(({ questions }) => questions);
  const facts = shown.find((question) => question.key === key)?.facts.filter((fact) => bad.has(fact.key)) ?? [];
  if (facts.length === 0) return m.assessment_percent_bad();
  return facts
    .map(({ unit, text }) =>
      m.shell_named({ name: text.text, text: unit === 'share' ? m.assessment_percent_bad() : m.assessment_ratio_bad() }),
    )
    .join(' ');
}

/** A percentage that was written wins over a choice, so that "I don't know" beside a number loses to the number. */
function valueSent(form: FormData, question: InstrumentQuestion) {
  const { key, type } = question;
  const percent = form.get(`${key}:percent`);
  const choice = form.get(`${key}:value`);
  if (isGathered(question)) return parseGathered(type, typeof choice === 'string' ? choice : null);
  if (typeof percent === 'string' && percent.trim() !== '') {
    const value = parseAnswer(percent);
    return typeof value === 'number' ? value : undefined;
  }
  return parseAnswer(typeof choice === 'string' ? choice : null);
}

/** The shares of a FACT question by key, or null when every field is empty. The sign of a share that is not shown stands for what it is. */
function sharesSent(form: FormData, assessment: SharesKnown, question: InstrumentQuestion) {
  const entries = question.facts.map((fact) => {
    const typed = String(form.get(`${question.key}:${fact.key}`) ?? '').trim();
    return [fact.key, isKeptSign(typed) ? String(shareOf(assessment, question.key, fact) ?? '') : typed];
  });
  return entries.every(([, value]) => value === '') ? null : Object.fromEntries(entries);
}
