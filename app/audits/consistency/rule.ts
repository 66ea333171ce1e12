import { ticksOf } from '#scoring';
import { judge } from './judge';
import type { Limits, ParameterId } from './parameters';
import type { ConsistencyRecord, Input, RecordedValue } from './record';

export const severities = ['contradiction', 'doubt', 'note'] as const;
/** A contradiction is resolved or explained before the conclusion; a doubt is looked at by the approver; a note is only shown. */
export type Severity = (typeof severities)[number];

export const groups = ['A', 'B', 'C', 'D', 'E', 'F', 'G'] as const;
export type Group = (typeof groups)[number];

/** What an input must say. Bounds are named parameters, or plain numbers where the scale itself gives them; `ticks`: this option is ticked. */
export type Is =
  | 'ok'
  | 'bad'
  | 'part'
  | 'na'
  | readonly (string | number)[]
  | { ticks: string }
  | { above: ParameterId }
  | { below: ParameterId };
/**
 * One of these answers says so; with `every`, all that are answered do. `by`: and rests on this kind of source alone. `asAsked`: under this key itself, not as
 * it follows from another edition.
 */
export type Term = { keys: readonly string[]; is: Is; by?: 'documents' | 'workers'; every?: true; asAsked?: true };
/** All terms together contradict each other. */
export type Case = { all: readonly Term[]; severity?: Severity };

export type Found = { subject?: string; severity?: Severity; inputs: readonly Input[] };
export type Check = (record: ConsistencyRecord, limit: Limits) => Found[];

/** `ILO9`: indicator 9; `A`: arithmetic; `T`: a habit of the trade, never asserted; `P`: a rule of this product. */
export type Source = 'A' | 'T' | 'P' | 'BW' | 'PS2' | `ILO${number}` | `C${number}`;

type Common = {
  id: `${Group}${number}`;
  version: number;
  severity: Severity;
  from: readonly Source[];
  /** Why the inputs cannot all be true, or need a second look. */
  reason: string;
  /**
   * `z3`: zero-tolerance answers could decide it, and the rule says that they are not considered. `z5`: near a zero-tolerance question; the way into a
   * sensitive case is always shown, and its explanation stays with the team.
   */
  zero?: 'z3' | 'z5';
};
type Checked = { reads: readonly string[]; check: Check };
/** Made of cases, and of a check beside them where cases cannot say it. */
export type Rule = Common & ({ cases: readonly Case[]; also?: Checked } | Checked);

export const term = (keys: string, is: Is, more: Partial<Term> = {}): Term => ({ keys: keys.split(' '), is, ...more });
export const either = (...all: Term[]): Case => ({ all });

/** Equal facts: one of them ok, another bad. */
export function split(...facts: string[]): Case[] {
  return facts.flatMap((a) => facts.flatMap((b) => (a === b ? [] : [either(term(a, 'ok'), term(b, 'bad'))])));
}

/** The narrower fact is bad, the wider one ok. */
export const narrower = (a: string, b: string): Case => either(term(a, 'bad'), term(b, 'ok'));

/** The keys and fields that a rule reads. */
export const readsOf = (rule: Rule): string[] =>
  'cases' in rule
    ? [...new Set([...rule.cases.flatMap(({ all }) => all.flatMap(({ keys }) => [...keys])), ...(rule.also?.reads ?? [])])]
    : [...rule.reads];

/** A value as inputs: itself, or the answers that it follows from. */
export const inputsOf = (key: string, { value, on, from }: RecordedValue): readonly Input[] => from ?? [{ key, value, on }];

/** What a rule finds. A rule made of cases never fires on the supplier's own answers alone. */
export function applyRule(rule: Rule, record: ConsistencyRecord, limit: Limits): Found[] {
  if (!('cases' in rule)) return rule.check(record, limit);
  return [...rule.cases.flatMap(applyCase), ...(rule.also?.check(record, limit) ?? [])];

  function applyCase({ all, severity }: Case): Found[] {
    const matched = all.map((each) => matchesOf(each, record, limit));
    if (matched.some((keys) => keys.length === 0)) return [];
    const keys = [...new Set(matched.flat())];
    if (keys.every((key) => record.values.get(key)?.isOwn)) return [];
    // Of the case, not of what matched: an input that comes in lapses the explanation, and leaves it where it is.
    const [first = '', second = ''] = all.map((each) => each.keys[0] ?? '');
    return [
      {
        subject: [first, second].filter(Boolean).join('/'),
        ...(severity ? { severity } : {}),
        inputs: keys.flatMap((key) => {
          const found = record.values.get(key);
          return found ? inputsOf(key, found) : [];
        }),
      },
    ];
  }
}

function matchesOf({ keys, is, by, every, asAsked }: Term, record: ConsistencyRecord, limit: Limits): string[] {
  const given = keys.filter((key) => record.values.has(key) && !(asAsked && record.values.get(key)?.from));
  const fitting = given.filter((key) => {
    const found = record.values.get(key);
    return found !== undefined && says(key, found, is, limit) && (by === undefined || restsOn(found, by));
  });
  return every && fitting.length < given.length ? [] : fitting;
}

function says(key: string, { value }: RecordedValue, is: Is, limit: Limits): boolean {
  if (typeof is === 'string') return judge(key, value, limit) === is;
  if ('ticks' in is) return (ticksOf(value) ?? []).includes(is.ticks);
  if ('above' in is) return typeof value === 'number' && value > limit(is.above);
  if ('below' in is) return typeof value === 'number' && value < limit(is.below);
  return is.includes(value);
}

const people = ['workers', 'worker-representatives', 'observation'];

/** Documents: named, and neither workers, their representatives nor observation. Workers: named, and nothing else. */
export function restsOn({ methods = [] }: Pick<RecordedValue, 'methods'>, source: 'documents' | 'workers'): boolean {
  if (source === 'documents') return methods.includes('documents') && !methods.some((method) => people.includes(method));
  return methods.length > 0 && methods.every((method) => method === 'workers');
}
