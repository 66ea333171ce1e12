import { z } from 'zod';
import type { DocumentDefinition } from '~/documents/frozen-documents/document-kinds';
import { latinDigits } from '~/platform/forms/latin-digits';

/** The counts of a monitoring report. Grievances are often a small group: one to four are stored as a code. */
export const counts = ['workersDirect', 'workersContracted', 'deaths', 'injuries', 'grievancesReceived', 'grievancesClosed'] as const;
export type CountName = (typeof counts)[number];
const protectedCounts: readonly CountName[] = ['grievancesReceived', 'grievancesClosed'];

/** Its text fields. */
export const texts = ['audits', 'planProgress', 'breaches', 'incidents', 'corrective'] as const;
export type TextName = (typeof texts)[number];

/** What the client states of its compliance. */
export const statements = ['complies', 'with-exceptions', 'does-not'] as const;
export type Statement = (typeof statements)[number];

const mostPeople = 10_000_000;
const few = 'under-5';

/** A whole number, *fewer than five* or *not known*; never nothing. */
const count = z.union([z.number().int().min(0).max(mostPeople), z.literal(few), z.literal('unknown')]);
export type Count = z.output<typeof count>;

/** A count as stored in a text column. */
export function countOf(text: string): Count {
  return text === few || text === 'unknown' ? text : Number(text);
}

/** A report as submitted. */
export const reportContent = z.object({
  counts: z.record(z.enum(counts), count),
  texts: z.record(z.enum(texts), z.string()),
  statement: z.enum(statements),
  byName: z.string(),
  byFunction: z.string(),
});
export type ReportContent = z.output<typeof reportContent>;

/** A version of a client's report, as it was sent. */
export const clientReport: DocumentDefinition<ReportContent> = {
  ...{ kind: 'client-report', newest: 'client-report/1' },
  schemas: { 'client-report/1': reportContent },
};

/** A count as the form shows it, for correction. */
export const countTyped = (value: Count): string => (value === few ? '<5' : String(value));

/** The form fields, and the maximum length of each. */
export const fieldNames = [...counts.flatMap((name) => [name, `unknown-${name}`]), ...texts, 'statement', 'byName', 'byFunction'] as const;
const most = (name: string) => (texts.some((text) => text === name) ? 4_000 : 200);

export type Draft = Readonly<Record<string, string>>;
export const draftSchema = z.record(z.string(), z.string());

/** What was typed, field by field; fields of other names are dropped. */
export function draftOf(form: FormData): Draft {
  return Object.fromEntries(
    fieldNames.flatMap((name): [string, string][] => {
      const typed = String(form.get(name) ?? '')
        .trim()
        .slice(0, most(name));
      return typed === '' ? [] : [[name, typed]];
    }),
  );
}

/** A report as the form shows it, for correction. */
export function draftFrom({ counts: counted, texts: said, ...rest }: ReportContent): Draft {
  const typed = counts.map((name): [string, string] => {
    const value = counted[name];
    return value === 'unknown' ? [`unknown-${name}`, 'on'] : [name, countTyped(value)];
  });
  return Object.fromEntries([...typed, ...Object.entries(said), ...Object.entries(rest)].filter(([, value]) => value !== ''));
}

/** A typed number without thousands separators: "1.250" is 1250, "12.5" stays unchanged. */
function plainNumber(text: string): string {
  const typed = latinDigits(text).replace(/[\s\u00A0\u202F']/g, '');
  return /^\d{1,3}(?:[.,]\d{3})+$/.test(typed) ? typed.replace(/[.,]/g, '') : typed;
}

export type ReportProblem =
  | 'count-missing'
  | 'count-bad'
  | 'count-both'
  | 'statement-missing'
  | 'exceptions-missing'
  | 'name-missing'
  | 'function-missing';
export type Taken = { kind: 'whole'; content: ReportContent } | { kind: 'refused'; problems: Partial<Record<string, ReportProblem>> };

/** Reads a typed count, or *not known*. Of a protected one, one to four become *fewer than five*. Pure. */
export function readCount(
  text: string,
  { isUnknown, isProtected }: { isUnknown: boolean; isProtected: boolean },
): { value: Count; problem: ReportProblem | null } {
  const typed = plainNumber(text);
  if (typed === '') return { value: 'unknown', problem: isUnknown ? null : 'count-missing' };
  const both = isUnknown ? 'count-both' : null;
  if (typed === '<5' && isProtected) return { value: few, problem: both };
  const number = Number(typed);
  if (!/^\d{1,8}$/.test(typed) || number > mostPeople) return { value: 'unknown', problem: 'count-bad' };
  return { value: isProtected && number >= 1 && number <= 4 ? few : number, problem: both };
}

/** Reads a report for submission. Each number is given or marked as not known; non-compliance needs a description. Pure. */
export function takeReport(draft: Draft): Taken {
  const problems: Record<string, ReportProblem> = {};
  const read = (name: CountName): Count => {
    const isUnknown = draft[`unknown-${name}`] !== undefined;
    const { value, problem } = readCount(draft[name] ?? '', { isUnknown, isProtected: protectedCounts.includes(name) });
    if (problem) problems[name] = problem;
    return value;
  };
  const counted = Object.fromEntries(counts.map((name) => [name, read(name)])) as ReportContent['counts'];
  const statement = statements.find((known) => known === draft.statement);
  if (!statement) problems.statement = 'statement-missing';
  if (statement && statement !== 'complies' && !draft.breaches) problems.breaches = 'exceptions-missing';
  if (!draft.byName) problems.byName = 'name-missing';
  if (!draft.byFunction) problems.byFunction = 'function-missing';
  if (!statement || Object.keys(problems).length > 0) return { kind: 'refused', problems };
  const said = Object.fromEntries(texts.map((name) => [name, draft[name] ?? ''])) as ReportContent['texts'];
  return {
    kind: 'whole',
    content: { counts: counted, texts: said, statement, byName: draft.byName ?? '', byFunction: draft.byFunction ?? '' },
  };
}
