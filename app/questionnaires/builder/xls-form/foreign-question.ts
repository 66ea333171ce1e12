import type { DraftQuestion } from '../draft';
import { askedWhen, type GivenCondition, type Parent } from './asked-when';
import { aloneAnswers } from '~/questionnaires/responses/tick-boxes';
import { choiceName } from './choice-lists';
import { readOptions, readScale, sayUnread } from './foreign-options';
import type { FormRow } from './form-rows';
import { otherWords } from './or-other';
import type { ReaderState } from './reader-state';
import type { RowType } from './row-types';

type AnswerType = Extract<RowType, { kind: 'gathered' | 'choice' | 'several' }>;
/** A list of more is not something that a person reads through. */
const mostChoices = 250;

/**
 * The nearest equivalent of a question from another form, and the text question for `or_other`; none where it is left out. Omissions and changes are reported
 * with their row.
 */
export function foreignQuestion(
  type: AnswerType,
  { row, conditions, reader }: { row: FormRow; conditions: readonly GivenCondition[]; reader: ReaderState },
): DraftQuestion[] {
  const { say, put } = reader;
  const name = (row.cells.name ?? '').trim();
  const lists = reader.into.lists;
  const list = type.kind !== 'gathered' ? (type.source === 'external' ? lists.external : lists.choices).get(type.list) : undefined;
  if (type.kind !== 'gathered' && !list) {
    say('choices-elsewhere', row.row, type.list);
    return [];
  }
  if (list && list.length > mostChoices) {
    say('too-many-choices', row.row, `${name}: ${list.length}`);
    return [];
  }
  const asked = askedWhen(conditions, reader);
  if (asked.isNever) {
    say('never-asked', row.row, name);
    return [];
  }
  for (const { text, row: at } of asked.dropped) say('unsupported-condition', row.row, at === row.row ? text : `${text} (${at})`);
  const key = reader.questionKey(name);
  if (reader.isNamed(name)) say('name-twice', row.row, `${name}: ${key}`);
  else if (key !== name) say('name-changed', row.row, `${name}: ${key}`);
  const isOther = type.kind === 'choice' && type.orOther;
  const isTicks = type.kind === 'several';
  const scale = list && !isOther && !isTicks ? readScale(list, reader) : null;
  if (scale) reader.scales.YNP ??= scale.choices;
  // None of these and not knowing are always offered where several may be ticked.
  const options = isTicks ? list?.filter((each) => !aloneAnswers.some((value) => value === choiceName(each))) : list;
  const read = options && !scale ? readOptions(options, { key, reader }) : null;
  sayDifferences(row, { type, isScale: scale !== null, reader });
  if (read && read.options.length < 2 && !isOther) say('few-choices', row.row, name);
  const at = { sheet: reader.into.survey, row: row.row };
  const question: DraftQuestion = {
    key,
    type: isTicks ? 'TICKS' : (scale?.type ?? (read ? 'CHOICE' : type.kind === 'gathered' ? type.type : 'TEXT')),
    text: put(`${key}.text`, row.label, at),
    ...(Object.keys(row.guidance).length > 0 ? { hint: put(`${key}.hint`, row.guidance, at) } : {}),
    ...(Object.keys(row.hint).length > 0 ? { whyWeAsk: put(`${key}.whyWeAsk`, row.hint, at) } : {}),
    typicalEvidence: put(`${key}.typicalEvidence`, row.evidence),
    mayBeNotApplicable: scale?.choices.some(({ value }) => value === 'not-applicable') ?? false,
    dependsOn: asked.dependsOn,
    indicators: [],
    clause: null,
    provenance: 'D',
    ...(read ? { options: read.options } : {}),
  };
  const other = isOther && read ? specifyOther(question, { name, answers: read.answers, reader }) : [];
  // A condition on what was ticked compares lists of words: it is reported.
  reader.remember(name, question, isTicks ? [] : read?.answers);
  return [question, ...other];
}

/** Adds the choice "other" to a question, where its list has none, and the question that asks which, shown after that choice alone. */
function specifyOther(
  question: DraftQuestion,
  { name, answers, reader }: { name: string; answers: Parent['answers']; reader: ReaderState },
): DraftQuestion[] {
  const words = otherWords(reader.into.locales);
  const options = question.options ?? [];
  const value = String(answers.find((each) => each.name === 'other')?.value ?? 'other');
  if (!options.some((option) => option.value === value))
    question.options = [...options, { value, text: reader.put(`${question.key}.options.${value}`, words.choice) }];
  const key = reader.questionKey(`${question.key}-OTHER`);
  const unless = options.map((option) => option.value).filter((each) => each !== value);
  const other: DraftQuestion = {
    key,
    type: 'TEXT',
    text: reader.put(`${key}.text`, words.question),
    typicalEvidence: { en: '' },
    mayBeNotApplicable: false,
    dependsOn: unless.length > 0 ? { question: question.key, unless } : null,
    indicators: [],
    clause: null,
    provenance: 'D',
  };
  reader.remember(`${name}_other`, other);
  return [other];
}

const isNo = /^(no|false|false\(\))?$/i;
/** What the answer to a number is held to by itself. */
const fromZero = /^\.\s*>=\s*0(?:\.0+)?$/;
const markup = /<\/?[a-z][^>]*>|\*\*[^*]+\*\*|(^|\n)#{1,6}\s|\[[^\]]+\]\([^)]+\)/i;

function sayDifferences(row: FormRow, { type, isScale, reader }: { type: AnswerType; isScale: boolean; reader: ReaderState }): void {
  const { cells, label, hint, guidance } = row;
  const say: ReaderState['say'] = (code, at, detail) => reader.say(code, at, detail);
  const cell = (name: string) => (cells[name] ?? '').trim();
  const name = cell('name');
  if (isScale) say('scale', row.row, name);
  else if (!isNo.test(cell('required'))) say('unsupported-required', row.row, name);
  const constraint = cell('constraint');
  const isHeld = type.kind === 'gathered' && type.type === 'NUMBER' && fromZero.test(constraint);
  if (constraint !== '' && !isHeld) say('unsupported-constraint', row.row, constraint);
  if (type.kind === 'gathered' && type.type === 'NUMBER' && (type.isWhole || type.isRange || !isHeld)) say('number-range', row.row, name);
  if (cell('calculation') !== '') say('unsupported-calculation', row.row, cell('calculation'));
  if (cell('choice_filter') !== '') say('unsupported-filter', row.row, cell('choice_filter'));
  if (cell('default') !== '') say('unsupported-default', row.row, cell('default'));
  if (Object.keys(label).length === 0) say('no-label', row.row, name);
  const texts = [label, hint, guidance].flatMap((words) => Object.values(words));
  const quoting = texts.find((text) => text.includes('${'));
  if (quoting) say('reference-in-words', row.row, quoting);
  const marked = texts.find((text) => markup.test(text));
  if (marked) say('markup', row.row, marked);
  sayUnread(row, { reader, sheet: reader.into.survey });
}
