import { scaleAnswers } from '#scoring';
import type { DraftQuestion } from '../draft';
import type { Parent } from './asked-when';
import { choiceName } from './choice-lists';
import type { FormRow, Words } from './form-rows';
import type { ForeignScale, ReaderState } from './reader-state';

export type ReadOptions = { options: NonNullable<DraftQuestion['options']>; answers: Parent['answers'] };

/**
 * The choices of a list as options of a question: unique values of lower-case letters and digits, separated by hyphens. Changed or ambiguous ones are reported
 * with their row.
 */
export function readOptions(rows: readonly FormRow[], { key, reader }: { key: string; reader: ReaderState }): ReadOptions {
  const sheet = reader.into.choices;
  const taken = new Set<string>();
  const answers: { name: string; value: string }[] = [];
  const options = rows.map((row, at) => {
    const name = choiceName(row);
    const value = freeValue(valueStem(name) || `option-${at + 1}`, taken);
    taken.add(value);
    if (answers.some((each) => each.name === name)) reader.say('ambiguous-choice', row.row, name, sheet);
    else if (value !== name) reader.say('choice-changed', row.row, `${name}: ${value}`, sheet);
    answers.push({ name, value });
    sayUnread(row, { reader, sheet });
    const hasWords = Object.keys(row.label).length > 0;
    if (!hasWords) reader.say('no-label', row.row, name, sheet);
    return { value, text: reader.put(`${key}.options.${value}`, hasWords ? row.label : { en: name }, { sheet, row: row.row }) };
  });
  return { options, answers };
}

/** What a row says in columns that nothing is made of. */
export function sayUnread({ row, unread }: FormRow, { reader, sheet }: { reader: ReaderState; sheet: string }): void {
  for (const { column, text } of unread) reader.say('unsupported-column', row, `${column}: ${text}`, sheet);
}

const valueStem = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

function freeValue(stem: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const value = number === 1 ? stem : `${stem}-${number}`;
    if (!taken.has(value)) return value;
  }
}

/**
 * A list of yes, partly and no becomes that scale, with the labels of the form. Null for any other list, and for one whose labels differ from an earlier list:
 * a questionnaire has one wording of a scale.
 */
export function readScale(rows: readonly FormRow[], reader: ReaderState): ForeignScale | null {
  const all = scaleAnswers({ type: 'YNP', mayBeNotApplicable: true });
  const given = rows.map(choiceName);
  const isScale =
    ['yes', 'partial', 'no'].every((each) => given.includes(each)) && given.every((each) => all.some((value) => value === each));
  if (!isScale) return null;
  const words = (row: FormRow): Words => (Object.keys(row.label).length > 0 ? row.label : { en: choiceName(row) });
  const used = reader.scales.YNP;
  if (used && !rows.every((row) => used.some(({ value, text }) => value === choiceName(row) && text.en === (words(row).en ?? text.en))))
    return null;
  const choices = rows.flatMap((row) => {
    const value = all.find((each) => each === choiceName(row));
    return value === undefined ? [] : [{ value, text: reader.put(`scale.YNP.${value}`, words(row)) }];
  });
  return { type: 'YNP', choices };
}
