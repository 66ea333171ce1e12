import { type InstrumentQuestion, isGathered, sharesOfPeople, tickAnswer } from '#scoring';
import { localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import { isKeptSign } from '~/suppliers/parties/form-values';
import { dayFault } from '~/platform/forms/entered-day';
import { answerDayBounds } from '~/ui/day-bounds';
import { m } from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
import { factProblems } from './fact-problems';
import { parseAnswer, parseGathered } from './parse-answer';
import { type SharesKnown, shareOf } from './section-view.server';
import type { Shown } from './store-answer.server';
import { aloneAnswers } from './tick-boxes';
import { refusalLabel } from './labels';

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
export function sentAnswer(form: FormData, response: SharesKnown, question: InstrumentQuestion) {
  return question.type === 'FACT' ? sharesSent(form, response, question) : valueSent(form, question);
}

/** The sentence for a value that is none on the question's scale; of several boxes it names those that cannot be read. */
export function badValueLabel(question: InstrumentQuestion, sent: { instrumentKey: string; value: unknown }): string {
  const { type } = question;
  if (type === 'FACT') return badSharesLabel(question, sent);
  if (type === 'PCT') return m.responses_percent_bad();
  if (type === 'NUMBER') return m.templates_number_bad();
  return type === 'DATE' ? dayFault(sent.value, m.responses_new_due_bad, answerDayBounds) : refusalLabel('bad-value');
}

/** What is wrong in each box of a value that was sent for facts of the workforce; empty for another question. */
export function sentProblems(question: InstrumentQuestion, value: unknown): Record<string, string> {
  if (question.type !== 'FACT' || !isRecord(value)) return {};
  const people = isRecord(value.people) ? value.people : {};
  const texts = new Map(
    Object.entries({ ...value, ...Object.fromEntries(Object.entries(people).map(([key, text]) => [`people.${key}`, text])) }),
  );
  return factProblems(question, (box) => {
    const text = texts.get(box);
    return typeof text === 'string' ? text : undefined;
  });
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function badSharesLabel(asked: InstrumentQuestion, { instrumentKey, value }: { instrumentKey: string; value: unknown }): string {
  const problems = sentProblems(asked, value);
  const shown = localizedInstrument(instrumentKey, getLocale()).sections.flatMap(({ questions }) => questions);
  const question = shown.find((each) => each.key === asked.key);
  const boxes = [
    ...(question?.people ?? []).map(({ key, text }) => ({ box: `people.${key}`, text })),
    ...(question?.facts ?? []).map(({ key, text }) => ({ box: key, text })),
  ];
  const said = boxes.flatMap(({ box, text }) => (problems[box] ? [m.shell_named({ name: text.text, text: problems[box] })] : []));
  return said.length === 0 ? m.responses_percent_bad() : said.join(' ');
}

/** A percentage that was written wins over a choice, so that "I don't know" beside a number loses to the number. */
function valueSent(form: FormData, question: InstrumentQuestion) {
  const { key, type } = question;
  const percent = form.get(`${key}:percent`);
  const choice = form.get(`${key}:value`);
  if (type === 'TICKS') return ticksSent(form, question);
  if (type === 'PICK') return typeof choice === 'string' && choice.trim() !== '' ? choice.trim() : null;
  if (isGathered(question)) return parseGathered(type, typeof choice === 'string' ? choice : null);
  if (typeof percent === 'string' && percent.trim() !== '') {
    const value = parseAnswer(percent);
    return typeof value === 'number' ? value : undefined;
  }
  return parseAnswer(typeof choice === 'string' ? choice : null);
}

/**
 * What was ticked, in the order of the options: as boxes of one name, or each under its own (`KEY:tick.OPTION`, a workbook). An option ticked wins over the
 * answers that exclude it, which a page without script can send together; of these, not knowing wins.
 */
function ticksSent(form: FormData, { key, options = [] }: InstrumentQuestion) {
  const sent = form.getAll(`${key}:value`).flatMap((value) => (typeof value === 'string' ? value.split(/\s+/).filter(Boolean) : []));
  const ticked = options.filter(({ value }) => sent.includes(value) || String(form.get(`${key}:tick.${value}`) ?? '') !== '');
  const unknown = sent.find((value) => !options.some((option) => option.value === value) && !aloneAnswers.some((each) => each === value));
  if (unknown !== undefined) return undefined;
  if (ticked.length > 0)
    return tickAnswer(
      options,
      ticked.map(({ value }) => value),
    );
  return (['dont-know', 'not-applicable', 'none'] as const).find((value) => sent.includes(value)) ?? null;
}

/**
 * The shares of a FACT question by key with the counted people, or null when every field is empty. The placeholder of a hidden share resolves to its stored
 * value; a share without a field stays as stored, unless it followed from counts.
 */
function sharesSent(form: FormData, response: SharesKnown, question: InstrumentQuestion) {
  const before = response.answers.get(question.key);
  const followed = sharesOfPeople(before?.people ?? {});
  const shares = question.facts.map((fact) => {
    const sent = form.get(`${question.key}:${fact.key}`);
    if (sent === null) return [fact.key, fact.key in followed ? '' : (before?.shares?.[fact.key]?.toString() ?? '')];
    const typed = String(sent).trim();
    return [fact.key, isKeptSign(typed) ? (shareOf(response, question.key, fact)?.toString() ?? '') : typed];
  });
  const people = question.people.map(({ key }) => [key, String(form.get(`${question.key}:people.${key}`) ?? '').trim()]);
  if ([...shares, ...people].every(([, value]) => value === '')) return null;
  return { ...Object.fromEntries(shares), ...(people.length > 0 ? { people: Object.fromEntries(people) } : {}) };
}
