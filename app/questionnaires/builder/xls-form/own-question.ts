import { scaleAnswers, scaleTypes } from '#scoring';
import { z } from 'zod';
import type { DraftContent, DraftQuestion } from '../draft';
import { choiceName } from './choice-lists';
import { readRelevant, withoutWhere } from './conditions';
import type { FormRow, Words } from './form-rows';

type Put = (place: string, words: Words) => { en: string };
const residueSchema = z.record(z.string(), z.unknown());

/** What our own column says of a row beside the columns of the form language; null where it says nothing. */
export function residueOf(text: string | undefined): Record<string, unknown> | null {
  if (!text?.trim()) return null;
  try {
    const parsed = residueSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

type OwnRow = {
  row: FormRow;
  residue: Record<string, unknown>;
  point: string | undefined;
  options: readonly FormRow[] | undefined;
  put: Put;
};

/** A question that we exported: its texts from their columns, all else from our own, and its condition where that can no longer be parsed. */
export function ownQuestion({ row, residue, point, options, put }: OwnRow): { question: DraftQuestion; lost: string | null } {
  const key = (row.cells.name ?? '').trim();
  const { credits: givenCredits, ...said } = residue;
  const question = {
    dependsOn: null,
    ...said,
    key,
    text: put(`${key}.text`, row.label),
    ...(Object.keys(row.guidance).length > 0 ? { hint: put(`${key}.hint`, row.guidance) } : {}),
    ...(Object.keys(row.hint).length > 0 ? { whyWeAsk: put(`${key}.whyWeAsk`, row.hint) } : {}),
    typicalEvidence: put(`${key}.typicalEvidence`, row.evidence),
    ...(point === undefined ? {} : { point }),
  } as unknown as DraftQuestion;
  if (question.facts) question.facts = question.facts.map((fact) => ({ ...fact, text: { en: '' } }));
  if (question.people) question.people = question.people.map((each) => ({ ...each, text: { en: '' } }));
  if (hasOptions(question) && options) {
    const credits = creditSchema.catch({}).parse(givenCredits);
    question.options = options.flatMap((option) => {
      const value = choiceName(option);
      if (scaleAnswers({ type: question.type, mayBeNotApplicable: true }).some((each) => each === value)) return [];
      const credit = credits[value];
      return [{ value, ...(credit === undefined ? {} : { credit }), text: put(`${key}.options.${value}`, option.label) }];
    });
  }
  const condition = withoutWhere(row.cells.relevant ?? '', question.appliesTo).trim();
  if (!condition) question.dependsOn = null;
  else if (!sameCondition(condition, question.dependsOn)) question.dependsOn = changedCondition(condition);
  return { question, lost: condition && !question.dependsOn ? condition : null };
}

const creditSchema = z.record(z.string(), z.number());
const hasOptions = ({ type, set }: DraftQuestion): boolean =>
  type === 'CHOICE' || type === 'TICKS' || (type === 'PICK' && set === undefined);

function sameCondition(text: string, dependsOn: DraftQuestion['dependsOn']): boolean {
  const read = readRelevant(text);
  if (dependsOn?.ticked)
    return (
      read !== null &&
      'only' in read &&
      read.question === dependsOn.question &&
      JSON.stringify(read.only) === JSON.stringify(dependsOn.ticked)
    );
  return (
    dependsOn !== null &&
    read !== null &&
    'unless' in read &&
    read.question === dependsOn.question &&
    JSON.stringify(read.unless) === JSON.stringify(dependsOn.unless.map(String))
  );
}

/** A condition that was changed in the file: numbers are grades. */
function changedCondition(text: string): DraftQuestion['dependsOn'] {
  const read = readRelevant(text);
  if (!read || !('unless' in read)) return null;
  return { question: read.question, unless: read.unless.map((value) => (/^\d+$/.test(value) ? Number(value) : value)) };
}

/** The scales of a file that we wrote, each under its name among the choices. */
export function ownScales(lists: ReadonlyMap<string, readonly FormRow[]>, put: Put): DraftContent['scales'] {
  const scales: DraftContent['scales'] = {};
  for (const type of scaleTypes) {
    const rows = lists.get(type);
    if (!rows) continue;
    const known = scaleAnswers({ type, mayBeNotApplicable: true });
    scales[type] = rows.flatMap((row) => {
      const value = known.find((each) => String(each) === choiceName(row));
      return value === undefined ? [] : [{ value, text: put(`scale.${type}.${value}`, row.label) }];
    });
  }
  return scales;
}
