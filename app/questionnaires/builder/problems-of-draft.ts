import { choicesOf, instrumentSchema, questionsOf, scaleAnswers, scaleTypes } from '#scoring';
import { type Draft, type DraftContent, type DraftQuestion, type DraftSection, questionsIn } from './draft';

export const problemCodes = [
  'no-title',
  'no-audience',
  'no-sections',
  'no-questions',
  'no-section-title',
  'no-section-summary',
  'section-twice',
  'no-text',
  'no-evidence',
  'question-twice',
  'depends-later',
  'depends-nothing',
  'depends-never',
  'few-options',
  'no-option-text',
  'option-twice',
  'no-grade',
  'no-verify',
  'no-side',
  'no-facts',
  'no-point',
  'point-order',
  'no-scale-word',
  'other',
] as const;
export type ProblemCode = (typeof problemCodes)[number];
/** What keeps a draft from being offered. `question` or `section` says where; `detail` what it is about, or, for "other", the whole sentence. */
export type DraftProblem = { code: ProblemCode; section?: string; question?: string; detail?: string };

/** Everything that is missing or wrong, in the order of the draft; empty exactly when the released questionnaires' own schema takes it. */
export function problemsOfDraft({ content }: Pick<Draft, 'content'>): DraftProblem[] {
  const found: DraftProblem[] = [
    ...(content.title.en.trim() ? [] : [{ code: 'no-title' as const }]),
    ...(content.audience.length > 0 ? [] : [{ code: 'no-audience' as const }]),
    ...(content.sections.length > 0 ? [] : [{ code: 'no-sections' as const }]),
    ...content.sections.flatMap((section, at) => problemsOfSection(section, content.sections.slice(0, at))),
    ...problemsOfQuestions(content),
    ...problemsOfScales(content),
  ];
  if (found.length > 0) return found;
  const parsed = instrumentSchema.safeParse(content);
  return parsed.success
    ? []
    : parsed.error.issues.map(({ message, path }) => ({ code: 'other', detail: message, ...placeOf(content, path) }));
}

/** Where an issue of the schema lies, by the keys that people see. */
export function placeOf(content: unknown, path: readonly PropertyKey[]): { section?: string; question?: string } {
  const at = (from: unknown, name: PropertyKey | undefined): unknown =>
    typeof from === 'object' && from !== null && name !== undefined ? Reflect.get(from, name) : undefined;
  if (path[0] !== 'sections') return {};
  const section = at(at(content, 'sections'), path[1]);
  const question = path[2] === 'questions' ? at(at(section, 'questions'), path[3]) : undefined;
  const [sectionKey, questionKey] = [at(section, 'key'), at(question, 'key')];
  return {
    ...(typeof sectionKey === 'string' ? { section: sectionKey } : {}),
    ...(typeof questionKey === 'string' ? { question: questionKey } : {}),
  };
}

function problemsOfSection(section: DraftSection, before: readonly DraftSection[]): DraftProblem[] {
  const say = (code: ProblemCode): DraftProblem => ({ code, section: section.key });
  return [
    ...(before.some(({ key }) => key === section.key) ? [say('section-twice')] : []),
    ...(section.title.en.trim() ? [] : [say('no-section-title')]),
    ...(section.summary.en.trim() ? [] : [say('no-section-summary')]),
    ...(section.questions.length > 0 ? [] : [say('no-questions')]),
    ...(section.points ?? [])
      .filter(({ key }) => section.questions.length > 0 && !section.questions.some(({ point }) => point === key))
      .map(({ key }): DraftProblem => ({ code: 'other', section: section.key, detail: `${key} asks nothing` })),
  ];
}

function problemsOfQuestions(content: DraftContent): DraftProblem[] {
  const all = questionsIn(content);
  const sectionOf = new Map(content.sections.flatMap((section) => section.questions.map(({ key }) => [key, section] as const)));
  return all.flatMap((question, at) => {
    const section = sectionOf.get(question.key);
    const say = (code: ProblemCode, detail?: string): DraftProblem => ({
      code,
      question: question.key,
      ...(section ? { section: section.key } : {}),
      ...(detail === undefined ? {} : { detail }),
    });
    return [
      ...(all.slice(0, at).some(({ key }) => key === question.key) ? [say('question-twice')] : []),
      ...(question.text.en.trim() ? [] : [say('no-text')]),
      ...(question.typicalEvidence.en.trim() ? [] : [say('no-evidence')]),
      ...problemsOfCondition(question, all.slice(0, at)).map(([code, detail]) => say(code, detail)),
      ...problemsOfType(question).map((code) => say(code)),
      ...problemsOfPoint(question, section).map((code) => say(code)),
    ];
  });
}

function problemsOfCondition({ dependsOn }: DraftQuestion, before: readonly DraftQuestion[]): [ProblemCode, string][] {
  if (!dependsOn) return [];
  const parent = before.find(({ key }) => key === dependsOn.question);
  if (!parent) return [['depends-later', dependsOn.question]];
  if (dependsOn.unless.length === 0 && !dependsOn.ticked) return [['depends-nothing', parent.key]];
  const possible: readonly (string | number)[] = choicesOf(parent);
  return dependsOn.unless.every((value) => possible.includes(value)) ? [] : [['depends-never', parent.key]];
}

function problemsOfType({ type, options, set, raises, verify, nonCompliantWhen, facts }: DraftQuestion): ProblemCode[] {
  const values = (options ?? []).map(({ value }) => value);
  return [
    ...((type === 'CHOICE' || type === 'TICKS' || (type === 'PICK' && set === undefined)) && values.length < 2
      ? (['few-options'] as const)
      : []),
    ...(options?.some(({ text }) => text.en.trim() === '') ? (['no-option-text'] as const) : []),
    ...(new Set(values).size < values.length ? (['option-twice'] as const) : []),
    ...(type === 'RF' && !raises ? (['no-grade'] as const) : []),
    ...(type === 'NC' && (verify ?? []).length === 0 ? (['no-verify'] as const) : []),
    ...(type === 'NC' && nonCompliantWhen === undefined ? (['no-side'] as const) : []),
    ...(type === 'FACT' && (facts ?? []).length === 0 ? (['no-facts'] as const) : []),
  ];
}

function problemsOfPoint({ key, type, point }: DraftQuestion, section: DraftSection | undefined): ProblemCode[] {
  const points = section?.points;
  if (!points) return [];
  if (point === undefined) return ['NC', 'SIGN', 'REVIEW'].includes(type) ? ['no-point'] : [];
  const place = points.findIndex((each) => each.key === point);
  const pointed = section.questions.filter((each) => each.point !== undefined);
  const before = pointed[pointed.findIndex((each) => each.key === key) - 1];
  return place < points.findIndex((each) => each.key === before?.point) ? ['point-order'] : [];
}

function problemsOfScales(content: DraftContent): DraftProblem[] {
  return questionsOf({ sections: content.sections }).flatMap((question): DraftProblem[] => {
    const type = scaleTypes.find((each) => each === question.type);
    if (type === undefined) return [];
    const worded = content.scales[type]?.filter(({ text }) => text.en.trim() !== '').map(({ value }) => value) ?? [];
    const missing = scaleAnswers(question).filter((value) => !worded.some((each) => each === value));
    return missing.length === 0 ? [] : [{ code: 'no-scale-word', question: question.key, detail: `${type}: ${missing.join(', ')}` }];
  });
}
