import { bands, type Band } from '../vocabulary.ts';
import { factColumns } from '../engine/columns/fact-columns.ts';
import type { AssessInput, PartyFacts } from '../types.ts';
import { scoreColumns } from './columns/score-columns.ts';
import type { Scored } from './result.ts';
import { scoreOf } from './score.ts';
import { type LineId, lineIds, type Supposition } from './score-party.ts';
import { workThrough } from './work.ts';

/** Changes of the method that are supposed and never released: points added to a country, and factors by which lines of the sum are multiplied. */
export type MethodChange = {
  /** By ISO 3166-1 alpha-2, within 30 points either way: eight times the odds, or an eighth. */
  countryPoints?: Readonly<Record<string, number>>;
  /** 0 leaves a line out, 1 keeps it, at most 3. */
  factors?: Readonly<Partial<Record<LineId, number>>>;
};
export const mostCountryPoints = 30;
export const mostFactor = 3;

export type MethodChangeProblem = { code: 'country-points-range' | 'factor-range'; text: string };

/** What cannot be about a change; empty when it can be applied. */
export function problemsOfMethodChange({ countryPoints = {}, factors = {} }: MethodChange): MethodChangeProblem[] {
  const problems: MethodChangeProblem[] = [];
  for (const [iso2, points] of Object.entries(countryPoints))
    if (!(Math.abs(points) <= mostCountryPoints))
      problems.push({ code: 'country-points-range', text: `${points} points for ${iso2} are not within ${mostCountryPoints}.` });
  for (const line of lineIds) {
    const factor = factors[line] ?? 1;
    if (!(factor >= 0 && factor <= mostFactor))
      problems.push({ code: 'factor-range', text: `${line} times ${factor} is not within 0 and ${mostFactor}.` });
  }
  return problems;
}

/** Where a party is by its own risk, in points to one decimal; null where it is not scored. */
export type OwnStanding = { score: number; low: number; high: number; band: Band } | null;
export type WhatIfParty = { id: string; input: AssessInput };
/** What is supposed of one party: facts in place of its own, findings taken as put right and verified on the day, or the party gone. */
export type PartyChange = { facts?: PartyFacts; closedFindings?: readonly string[]; isDropped?: boolean };
export type WhatIfRow = {
  id: string;
  before: OwnStanding;
  /** Null without a score and for a party that is dropped. */
  after: OwnStanding;
  isDropped: boolean;
};

/**
 * Where parties would be if numbers of the method or facts of some parties were others; nothing is kept. All parties are scored as of `asOf`, whatever
 * day their inputs name. Rows come in the order of the parties. Throws RangeError for a change of the method that cannot be, and as `assess`.
 */
export function whatIf({
  asOf,
  parties,
  method = {},
  changes = {},
}: {
  asOf: string;
  parties: readonly WhatIfParty[];
  method?: MethodChange;
  changes?: Readonly<Record<string, PartyChange>>;
}): WhatIfRow[] {
  const [problem] = problemsOfMethodChange(method);
  if (problem) throw new RangeError(problem.text);
  const inputs = parties.map(({ input }) => (input.asOf === asOf ? input : { ...input, asOf }));
  const before = scoreUnder(inputs, { asOf });
  const supposed = suppositionOf(method);
  const changeOf = (id: string) => (Object.hasOwn(changes, id) ? changes[id] : undefined);
  const again = parties.flatMap(({ id }, index) => {
    const input = inputs[index];
    const change = changeOf(id);
    if (!input || change?.isDropped || (!supposed && !change)) return [];
    return [{ index, input: change ? changed(input, change) : input }];
  });
  const results = scoreUnder(
    again.map(({ input }) => input),
    { asOf, ...(supposed ? { supposed } : {}) },
  );
  const after = new Map(again.map(({ index }, place) => [index, results[place] ?? null]));
  return parties.map(({ id }, index) => {
    const own = before[index] ?? null;
    const isDropped = changeOf(id)?.isDropped ?? false;
    return { id, before: own, after: isDropped ? null : after.has(index) ? (after.get(index) ?? null) : own, isDropped };
  });
}

/** Null where nothing is changed: the released numbers hold. */
function suppositionOf({ countryPoints = {}, factors = {} }: MethodChange): Supposition | null {
  const shifts = Object.entries(countryPoints).filter(([, points]) => points !== 0);
  const times = Object.entries(factors).filter(([, factor]) => factor !== 1);
  if (shifts.length + times.length === 0) return null;
  return { countryPoints: Object.fromEntries(shifts), factors: Object.fromEntries(times) };
}

/** Each party in the order given. Parties of whom only facts are known go through columns unless a number is supposed: the same result, many times faster. */
function scoreUnder(inputs: readonly AssessInput[], { asOf, supposed }: { asOf: string; supposed?: Supposition }): OwnStanding[] {
  const standings: OwnStanding[] = new Array(inputs.length).fill(null);
  const plain: number[] = [];
  for (const [index, input] of inputs.entries()) {
    if (!supposed && isFactsOnly(input)) plain.push(index);
    else standings[index] = standingOf(scoreOf(workThrough(input, supposed)));
  }
  const { columns, put } = factColumns(plain.length);
  for (const [row, index] of plain.entries()) put(row, inputs[index]?.facts ?? {});
  const scored = scoreColumns(columns, { asOf });
  for (const [row, index] of plain.entries()) {
    const band = bands[scored.band[row] ?? bands.length];
    if (band) standings[index] = { score: scored.score[row] ?? 0, low: scored.low[row] ?? 0, high: scored.high[row] ?? 0, band };
  }
  return standings;
}

/** Whether columns give the same as the whole method. */
const isFactsOnly = ({ facts, answers = [], findings = [], overrides = [], liftings = [] }: AssessInput): boolean =>
  !facts.recruitmentCost && answers.length + findings.length + overrides.length + liftings.length === 0;

function standingOf(scored: Scored): OwnStanding {
  if (scored.status === 'not-scored') return null;
  const { score, low, high, band } = scored;
  return { score, low, high, band };
}

function changed(input: AssessInput, { facts = {}, closedFindings = [] }: PartyChange): AssessInput {
  return {
    ...input,
    facts: { ...input.facts, ...facts },
    ...(input.findings
      ? {
          findings: input.findings.map((finding) =>
            closedFindings.includes(finding.id) ? { ...finding, status: 'verified', verifiedOn: input.asOf } : finding,
          ),
        }
      : {}),
  };
}
