import type { LocalizedQuestion } from '#scoring';
import { m } from '~/paraglide/messages';
import type { Locale } from '~/paraglide/runtime';
import type { PaperForm, PaperQuestion } from '~/questionnaires/print-form/paper-form/schema';
import { formatDate } from '~/ui/format';
import type { Conditions } from './conditions';
import type { QuestionOnPaper } from './types';

type Place = Conditions & { locale: Locale; mode: 'blank' | 'part' | 'copy' };
type Field = PaperForm['sections'][number]['groups'][number]['questions'][number]['fields'][number];

/** The longest label of a box that still fits beside others in a row. */
const shortWords = 24;

/** One question for paper: its boxes and lines, with what was answered. Pure. */
export function arrangeQuestion(question: LocalizedQuestion, seen: QuestionOnPaper, place: Place): PaperQuestion {
  const { locale, mode } = place;
  const say = { locale };
  const value = mode === 'blank' ? null : seen.value;
  const note = mode === 'blank' ? '' : seen.note;
  const options = seen.choices.map((choice) => ({
    text: choice.label,
    isTicked: question.type === 'TICKS' ? (value?.split(' ').includes(choice.value) ?? false) : choice.value === value,
    skips: place.skips(question, choice.value),
  }));
  const fields = fieldsOf(question, seen, { locale, mode, value });
  const isAnswered = options.some(({ isTicked }) => isTicked) || fields.some(({ text }) => text !== null);
  return {
    key: question.key,
    text: question.text.text,
    lang: question.text.lang,
    help: question.hint?.text ?? null,
    condition: mode === 'copy' ? null : place.condition(question),
    why: question.reasonPlace === `${question.key}.whyWeAsk` ? question.whyWeAsk.text : null,
    evidence: question.typicalEvidence.text,
    fields,
    hint:
      options.length < 2 || mode === 'copy'
        ? ''
        : question.type === 'TICKS'
          ? m.responses_tick_all({}, say)
          : m.print_form_tick_one({}, say),
    options: mode === 'copy' ? options.map((option) => ({ ...option, skips: null })) : options,
    isInRow: options.every(({ text, skips }) => text.length <= shortWords && (skips === null || mode === 'copy')),
    missing: mode === 'copy' && !isAnswered ? m.print_form_no_answer({}, say) : null,
    remark: mode === 'copy' && note === '' ? null : { label: m.responses_note({}, say), text: note === '' ? null : note },
  };
}

function fieldsOf(
  question: LocalizedQuestion,
  seen: QuestionOnPaper,
  { locale, mode, value }: { locale: Locale; mode: Place['mode']; value: string | null },
): Field[] {
  const say = { locale };
  const isChoice = seen.choices.some((choice) => choice.value === value);
  const written = value === null || isChoice ? null : value;
  switch (question.type) {
    case 'FACT':
      return factFields(question, seen, mode);
    case 'PCT':
      return [{ label: m.responses_percent({}, say), unit: '%', text: written, room: 'number' }];
    case 'NUMBER':
      return [{ label: m.templates_number({}, say), unit: '', text: written, room: 'number' }];
    case 'DATE':
      return [{ label: m.templates_date({}, say), unit: '', text: written && formatDate(written, { locale }), room: 'day' }];
    case 'TEXT':
      return [{ label: m.templates_text({}, say), unit: '', text: written, room: 'lines' }];
    default:
      return [];
  }
}

/** People to count where the question counts them, with the shares that are known besides; else shares. */
function factFields(question: LocalizedQuestion, seen: QuestionOnPaper, mode: Place['mode']): Field[] {
  const given = (list: readonly { key: string; value: string }[], key: string): string | null =>
    (mode === 'blank' ? '' : list.find((each) => each.key === key)?.value) || null;
  const shares = question.facts.map(
    ({ key, unit, text }): Field => ({
      label: text.text,
      unit: unit === 'share' ? '%' : '',
      text: given(seen.facts, key),
      room: 'number',
    }),
  );
  if (question.people.length === 0) return shares;
  const people = question.people.map(
    ({ key, text }): Field => ({ label: text.text, unit: '', text: given(seen.people, key), room: 'number' }),
  );
  const known = shares.filter(({ text }) => text !== null);
  const isCounted = people.some(({ text }) => text !== null);
  return mode === 'copy' && !isCounted && known.length > 0 ? known : [...people, ...known];
}
