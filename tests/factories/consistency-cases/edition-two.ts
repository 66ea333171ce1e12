import { readdirSync, readFileSync } from 'node:fs';
import { editionTwo } from '~/audits/consistency/edition-two';
import type { Follows } from '~/audits/consistency/follow-editions';
import type { Made } from '../consistency-record';

type Asked = { key: string; type: string; zeroTolerance?: true; options?: { value: string }[]; set?: string };
type File = { sets?: Record<string, { value: string }[]>; sections: { questions?: (Asked | { use: string })[] }[] };
const folder = 'scoring/instruments';
const filesOf = (name: RegExp) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: id }) =>
      readdirSync(`${folder}/${id}`).flatMap((file) => (name.test(file) ? [{ id, path: `${folder}/${id}/${file}` }] : [])),
    );
const readFile = <Content>(path: string): Content => JSON.parse(readFileSync(path, 'utf8')) as Content;

/** The questions of these files by key, whether or not their edition is offered yet, with the answers that each offers. */
function questionsIn(name: RegExp): ReadonlyMap<string, Asked & { values: string[] }> {
  const files = filesOf(name).map(({ path }) => readFile<File>(path));
  const sets = Object.assign({}, ...files.map((file) => file.sets ?? {})) as NonNullable<File['sets']>;
  const questions = files.flatMap(({ sections = [] }) => sections.flatMap(({ questions: asked = [] }) => asked));
  return new Map(
    questions.flatMap((question) => {
      if (!('key' in question)) return [];
      const options = question.options ?? sets[question.set ?? ''] ?? [];
      return [[question.key, { ...question, values: options.map(({ value }) => value) }] as const];
    }),
  );
}

const core = /^2\.0\.0\.json$/;
const isCore = (id: string) => id === 'workshop-core';
const twice = new Set(filesOf(core).map(({ id }) => id));
/** Questions of the second edition: of a questionnaire that has one, and the core, which is part of it. */
export const askedInTwo = new Map([
  ...questionsIn(core),
  ...[...questionsIn(/^1\.0\.0\.json$/)].filter(([key]) => /^[A-Z]{3}\.\d/.test(key)),
]);
/** Questions of the first edition. */
export const askedInOne = new Map([...questionsIn(/^1\.\d\.\d\.json$/)].filter(([key]) => !/^[A-Z]{3}\.\d/.test(key)));
/** Questionnaires of one edition: their questions are asked as they were. */
export const onlyInOne = new Set(
  filesOf(/^1\.0\.0\.json$/)
    .filter(({ id }) => !twice.has(id) && !isCore(id))
    .flatMap(({ path }) =>
      readFile<File>(path).sections.flatMap(({ questions = [] }) => questions.flatMap((each) => ('key' in each ? [each.key] : []))),
    ),
);
/** By question of edition two, those of edition one that it replaces, as the reviews of the questionnaires say. */
export const replacedBy = new Map(
  filesOf(/^\d\.0\.0\.review\.json$/).flatMap(({ path }) =>
    readFile<{ items: { key: string; replaces: string[] }[] }>(path).items.map(({ key, replaces }) => [key, replaces] as const),
  ),
);

const isAsked = (key: string) => askedInTwo.has(key) || onlyInOne.has(key) || !askedInOne.has(key);
/** The answers that say the same in edition two, or null where it does not ask for the fact. */
function translated(key: string, value: string | number): Record<string, string | number> | null {
  if (isAsked(key)) return { [key]: value };
  const follows = editionTwo[key];
  return follows ? answersOf(follows, value) : null;
}

function answersOf({ keys, ok, bad, badIn = keys, says }: Follows, value: string | number): Record<string, string | number> | null {
  const [first = ''] = keys;
  if (says === 'same') return { [first]: value };
  if (says === 'sum') return Object.fromEntries(keys.map((each, at) => [each, at === 0 ? value : 0]));
  if (value === 'not-applicable') return Object.fromEntries(keys.map((each) => [each, value]));
  const answer = (match: Follows['ok'], key: string): string | null => {
    const { values = [], type = '' } = askedInTwo.get(key) ?? {};
    if (match === undefined) return null;
    if ('ticks' in match) return match.ticks === 'any' ? (values[0] ?? null) : match.ticks;
    if ('lacks' in match) return 'none';
    return (match as readonly string[]).find((each) => values.includes(each) || ['NC', 'REVIEW', 'SIGN', 'TICKS'].includes(type)) ?? null;
  };
  const isOk = value === says.ok || (typeof value === 'number' && typeof says.ok === 'number' && value >= says.ok);
  if (!isOk && value !== says.bad && !(says.bad === 'in-part' && value === 'refused')) return null;
  const [fault] = badIn;
  const answers = keys.map((each) => [each, answer(!isOk && each === fault ? bad : ok, each)] as const);
  return Object.fromEntries(answers.flatMap(([each, said]) => (said === null ? [] : [[each, said]])));
}

/** The same record as edition two asks for it; null where an answer has no counterpart there. */
export function inEditionTwo(made: Made): Made | null {
  let isWhole = true;
  const each = <Value>(
    answers: Record<string, Value> | undefined,
    said: (value: Value) => string | number,
    make: (value: Value, answer: string | number) => Value,
  ) =>
    answers === undefined
      ? {}
      : Object.fromEntries(
          Object.entries(answers).flatMap(([key, value]) => {
            const later = translated(key, said(value));
            if (later === null) isWhole = false;
            return Object.entries(later ?? {}).map(([asked, answer]) => [asked, make(value, answer)]);
          }),
        );
  const answers = each(
    made.answers,
    (value) => (typeof value === 'object' ? value.answer : value),
    (value, said) => (typeof value === 'object' ? { ...value, answer: said } : said),
  );
  const own = each(
    made.own,
    (value) => value,
    (_, said) => said,
  );
  const later = (question: string | null) =>
    question === null || isAsked(question) ? question : (editionTwo[question]?.keys[0] ?? question);
  const compliance = Object.fromEntries(
    Object.entries(made.compliance ?? {}).flatMap(([key, verify]) =>
      (isAsked(key) ? [key] : (editionTwo[key]?.keys ?? [])).map((asked) => [asked, verify]),
    ),
  );
  const findings = made.findings?.map((finding) => ({ ...finding, question: later(finding.question) }));
  const raises = Object.fromEntries(Object.entries(made.raises ?? {}).map(([key, indicator]) => [later(key) ?? key, indicator]));
  return isWhole ? { ...made, answers, own, compliance, raises, ...(findings ? { findings } : {}) } : null;
}
