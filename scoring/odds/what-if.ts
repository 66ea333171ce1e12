import { bands, type Band } from '../vocabulary.ts';
import { factColumns } from '../engine/columns/fact-columns.ts';
import { withOwnTables } from '../reference/at.ts';
import type { AssessInput, PartyFacts } from '../types.ts';
import { scoreColumns } from './columns/score-columns.ts';
import type { Drawable } from './draws.ts';
import { numbersAt } from './parameters.ts';
import { placeList } from './place-list.ts';
import type { Place } from './ranks.ts';
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

/** The own score of a party, in points to one decimal; null where it is not scored. */
export type OwnStanding = { score: number; low: number; high: number; band: Band } | null;
export type WhatIfParty = { id: string; input: AssessInput };
/** What is supposed of one party: facts in place of its own, findings taken as closed and verified on the day, or the party gone. */
export type PartyChange = { facts?: PartyFacts; closedFindings?: readonly string[]; isDropped?: boolean };
export type WhatIfRow = {
  id: string;
  before: OwnStanding;
  /** Null without a score and for a party that is dropped. */
  after: OwnStanding;
  isDropped: boolean;
  /** Null unless places are drawn; each end null without a score there. */
  place: { before: Place | null; after: Place | null } | null;
};

/**
 * The scores of parties if numbers of the method or facts of some parties were others; nothing is kept. All parties are scored as of `asOf`, whatever
 * day their inputs name. Rows come in the order of the parties. With `isPlaced` the list is drawn before and after: a party is drawn with the same errors
 * both times, and what is dropped leaves the list. Throws RangeError for a change of the method that cannot be, and as `assess`.
 */
export function whatIf({
  asOf,
  parties,
  method = {},
  changes = {},
  isPlaced = false,
}: {
  asOf: string;
  parties: readonly WhatIfParty[];
  method?: MethodChange;
  changes?: Readonly<Record<string, PartyChange>>;
  isPlaced?: boolean;
}): WhatIfRow[] {
  const [problem] = problemsOfMethodChange(method);
  if (problem) throw new RangeError(problem.text);
  const inputs = parties.map(({ input }) => (input.asOf === asOf ? input : { ...input, asOf }));
  const before = scoreUnder(inputs, { asOf, isPlaced });
  const supposed = suppositionOf(method);
  const changeOf = (id: string) => (Object.hasOwn(changes, id) ? changes[id] : undefined);
  const again = parties.flatMap(({ id }, index) => {
    const input = inputs[index];
    const change = changeOf(id);
    if (!input || change?.isDropped) return [];
    const asChanged = change ? changed(input, change) : input;
    return change || isReached(asChanged, supposed) ? [{ index, input: asChanged }] : [];
  });
  const results = scoreUnder(
    again.map(({ input }) => input),
    { asOf, isPlaced, ...(supposed ? { supposed } : {}) },
  );
  const moved = new Map(again.map(({ index }, at) => [index, results[at] ?? unscored]));
  const after = parties.map(({ id }, index) => (changeOf(id)?.isDropped ? unscored : (moved.get(index) ?? before[index] ?? unscored)));
  const places = isPlaced ? { before: placesIn(before, { parties, asOf }), after: placesIn(after, { parties, asOf }) } : null;
  return parties.map(({ id }, index) => ({
    id,
    before: before[index]?.own ?? null,
    after: after[index]?.own ?? null,
    isDropped: changeOf(id)?.isDropped ?? false,
    place: places && { before: places.before[index] ?? null, after: places.after[index] ?? null },
  }));
}

/** The place of each party in its list; null without a score. */
function placesIn(scored: readonly ScoredUnder[], { parties, asOf }: { parties: readonly WhatIfParty[]; asOf: string }): (Place | null)[] {
  const drawn = parties.flatMap(({ id }, index) => {
    const drawable = scored[index]?.drawable;
    return drawable ? [{ index, drawable: { ...drawable, id } }] : [];
  });
  const places = placeList(
    drawn.map(({ drawable }) => drawable),
    numbersAt(asOf),
  );
  const byIndex = new Map(drawn.map(({ index }, at) => [index, places[at]]));
  return scored.map((_, index) => byIndex.get(index) ?? null);
}

/** Null where nothing is changed: the released numbers apply. */
function suppositionOf({ countryPoints = {}, factors = {} }: MethodChange): Supposition | null {
  const shifts = Object.entries(countryPoints).filter(([, points]) => points !== 0);
  const times = Object.entries(factors).filter(([, factor]) => factor !== 1);
  if (shifts.length + times.length === 0) return null;
  return { countryPoints: Object.fromEntries(shifts), factors: Object.fromEntries(times) };
}

/** Whether supposed numbers can move a party: a factor moves any, points of a country only those that have a site there. */
function isReached({ facts }: AssessInput, supposed: Supposition | null): boolean {
  if (!supposed) return false;
  const { countryPoints = {}, factors = {} } = supposed;
  return Object.keys(factors).length > 0 || (facts.countries?.value ?? []).some((iso2) => Object.hasOwn(countryPoints, iso2));
}

type ScoredUnder = { own: OwnStanding; drawable: Drawable | null };
const unscored: ScoredUnder = { own: null, drawable: null };

/** Each party in the order given. Parties of whom only facts are known go through columns unless a number is supposed or the list is drawn: the same result, many times faster. */
function scoreUnder(
  inputs: readonly AssessInput[],
  { asOf, supposed, isPlaced }: { asOf: string; supposed?: Supposition; isPlaced: boolean },
): ScoredUnder[] {
  const all: ScoredUnder[] = inputs.map(() => unscored);
  const tables = inputs[0]?.ownTables ?? [];
  const named = tables.join();
  const plain: number[] = [];
  for (const [index, input] of inputs.entries()) {
    if (!supposed && !isPlaced && isFactsOnly(input) && (input.ownTables ?? []).join() === named) plain.push(index);
    else {
      const work = workThrough(input, supposed);
      all[index] = { own: standingOf(scoreOf(work)), drawable: work.party?.drawable ?? null };
    }
  }
  const { columns, put } = factColumns(plain.length);
  for (const [row, index] of plain.entries()) put(row, inputs[index]?.facts ?? {});
  const scored = withOwnTables(tables, () => scoreColumns(columns, { asOf }));
  for (const [row, index] of plain.entries()) {
    const band = bands[scored.band[row] ?? bands.length];
    if (!band) continue;
    all[index] = { own: { score: scored.score[row] ?? 0, low: scored.low[row] ?? 0, high: scored.high[row] ?? 0, band }, drawable: null };
  }
  return all;
}

/** Whether columns give the same as the whole method. */
const isFactsOnly = ({ facts, answers, findings, overrides, liftings }: AssessInput): boolean =>
  !facts.recruitmentCost && [answers, findings, overrides, liftings].every((each) => !each?.length);

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
