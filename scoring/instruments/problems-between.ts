import { evidenceGrades } from '../vocabulary.ts';
import { choicesOf, scaleAnswers } from './choices.ts';
import { controlTypes, type FrozenQuestion, optionTypes, problemsOfValues, type QuestionOption, scaleTypes } from './question-schema.ts';
import type { InstrumentContent } from './schema.ts';

type Section = InstrumentContent['sections'][number];

/** What is wrong between the questions of an instrument; each alone is right by its own schema. Pure. */
export function problemsBetween(instrument: InstrumentContent): string[] {
  const questions = instrument.sections.flatMap((section) => section.questions).map((question) => withOptions(question, instrument.sets));
  const known = new Set(questions.map(({ key }) => key));
  const named = instrument.consistency.flatMap((rule) => [
    rule.control,
    ...('by' in rule ? [rule.by] : []),
    ...('flag' in rule ? [rule.flag] : []),
  ]);
  return [
    ...(known.size === questions.length ? [] : ['a question key is there twice']),
    ...named.filter((key) => !known.has(key)).map((key) => `${key} is named but not asked`),
    ...questions.flatMap((question, index) => problemsOfCondition(question, questions.slice(0, index))),
    ...questions.flatMap((question) => problemsOfCredit(question, instrument.scores ?? true)),
    ...questions.flatMap((question) => problemsOfScale(question, instrument)),
    ...instrument.consistency.flatMap((rule) => problemsOfFlag(rule, questions)),
    ...Object.entries(instrument.sets ?? {}).flatMap(([name, set]) => problemsOfValues(set, 'PICK').map((each) => `${name}: ${each}`)),
    ...instrument.sections.flatMap(problemsOfPoints),
    ...problemsOfEvidence(instrument.evidenceFrom, questions),
  ];
}

/** A PICK that names a set, with the options of it; any other question as it is. */
export function withOptions<Question extends Pick<FrozenQuestion, 'set' | 'options'>>(
  question: Question,
  sets: InstrumentContent['sets'],
): Question {
  return question.set === undefined ? question : { ...question, options: sets?.[question.set] };
}

function problemsOfEvidence(key: string | undefined, questions: readonly FrozenQuestion[]): string[] {
  if (key === undefined) return [];
  const grades = questions.find((each) => each.key === key)?.options;
  const isGrade = (value: string) => evidenceGrades.some((grade) => grade === value);
  return grades?.every(({ value }) => isGrade(value)) ? [] : [`${key} is no choice between evidence grades`];
}

function problemsOfCondition({ key, dependsOn }: FrozenQuestion, before: readonly FrozenQuestion[]): string[] {
  if (!dependsOn) return [];
  const parent = before.find((each) => each.key === dependsOn.question);
  if (!parent) return [`${key} depends on ${dependsOn.question}, which is not asked before it`];
  const { unless, ticked = [] } = dependsOn;
  if (ticked.length > 0 && parent.type !== 'TICKS') return [`${key}: nothing is ticked in ${parent.key}`];
  return [...unless.filter((value) => !isAnswerOf(parent, value)), ...ticked.filter((value) => !isOptionOf(parent, value))].map(
    (value) => `${key}: ${parent.key} is never answered ${value}`,
  );
}

const isAnswerOf = (question: FrozenQuestion, value: string | number) => choicesOf(question).some((each) => each === value);
const isOptionOf = ({ options = [] }: FrozenQuestion, value: string) => options.some((option) => option.value === value);

function problemsOfFlag(rule: InstrumentContent['consistency'][number], questions: readonly FrozenQuestion[]): string[] {
  const flag = 'flag' in rule ? questions.find(({ key }) => key === rule.flag) : undefined;
  if (!flag || !('is' in rule)) return [];
  return (rule.is ?? []).filter((value) => !isAnswerOf(flag, value)).map((value) => `${rule.code}: ${flag.key} is never answered ${value}`);
}

function problemsOfCredit(question: FrozenQuestion, scores: boolean): string[] {
  const { key, type, domain = null } = question;
  if (!controlTypes.some((each) => each === type)) return [];
  if (!optionTypes.some((each) => each === type))
    return scores === (domain !== null) ? [] : [`${key}: a control has a domain exactly where the instrument scores`];
  if (domain === null) return [];
  return [
    ...(scores ? [] : [`${key}: a control has no domain where the instrument does not score`]),
    ...problemsOfWorth(question).map((problem) => `${key}: ${problem}`),
  ];
}

/** Where options earn credit, the best answer is worth everything and the worst nothing. */
function problemsOfWorth({ type, options = [], set, base = 0 }: FrozenQuestion): string[] {
  if (options.length === 0) return [`${set} is no set of the instrument`];
  if (options.some(({ credit }) => credit === undefined)) return ['an option without a credit'];
  const credits = options.map(({ credit = 0 }: QuestionOption) => credit);
  const sum = (given: number[]) => given.reduce((total, each) => total + each, 0);
  const isTicks = type === 'TICKS';
  const best = isTicks ? base + sum(credits.filter((each) => each > 0)) : Math.max(...credits);
  const worst = isTicks ? base + sum(credits.filter((each) => each < 0)) : Math.min(...credits);
  return [
    ...(best >= 1 - 1e-6 ? [] : ['its best answer is not worth everything']),
    ...(worst <= 1e-6 && (isTicks || worst === 0) ? [] : ['its worst answer is not worth nothing']),
  ];
}

function problemsOfScale(question: FrozenQuestion, { scales, sets }: InstrumentContent): string[] {
  const type = scaleTypes.find((each) => each === question.type);
  if (type === undefined) return [];
  const worded = scales[type]?.map(({ value }) => value) ?? [];
  const unknownSet = question.set !== undefined && sets?.[question.set] === undefined;
  return [
    ...(unknownSet ? [`${question.key}: ${question.set} is no set of the instrument`] : []),
    ...scaleAnswers(question)
      .filter((value) => !worded.some((each) => each === value))
      .map((value) => `${question.key}: the scale ${type} has no words for ${value}`),
  ];
}

function problemsOfPoints({ key, points, questions }: Section): string[] {
  const places = questions.flatMap(({ point }) => (point === undefined ? [] : [points?.findIndex((each) => each.key === point) ?? -1]));
  const without = points && questions.find(({ point, type }) => point === undefined && ['NC', 'SIGN', 'REVIEW'].includes(type));
  const tables = (points ?? []).filter((point) => new Set(rowsOf(point.key, questions)).size > 1);
  return [
    ...(places.includes(-1) ? [`${key}: a question names a point that the section does not have`] : []),
    ...(places.some((place, index) => place < (places[index - 1] ?? 0))
      ? [`${key}: its questions are not in the order of its points`]
      : []),
    ...(without ? [`${without.key} names no point`] : []),
    ...(points ?? []).filter((point) => !questions.some((each) => each.point === point.key)).map((point) => `${point.key} asks nothing`),
    ...tables.map((point) => `${point.key}: the rows of a table have one set`),
  ];
}

/** The sets of the rows under a point; a question beside them that is no row has none. */
const rowsOf = (point: string, questions: Section['questions']) => {
  const own = questions.filter((each) => each.point === point);
  return own.some(({ layout }) => layout === 'row') ? own.map(({ layout, set }) => (layout === 'row' ? set : undefined)) : [];
};
