import { corridorCosts, type ListedGood, listedGoods } from '../../reference/at.ts';
import type { AssessInput, PartyFacts } from '../../types.ts';
import {
  housingChoices,
  type PartyFactField,
  partyFactFields,
  subcontractingChoices,
  vulnerableGroups,
  workerVoiceChoices,
} from '../../vocabulary.ts';
import { intervalOf, normalBelow } from '../interval.ts';
import type { Numbers } from '../parameters.ts';
import { type InherentLine, inherentLines } from '../score-party.ts';
import { componentFields, scoreOf } from '../score.ts';
import { workThrough } from '../work.ts';

type Value = string | number | readonly string[];
/** The score if the fact had this value; points to one decimal. */
export type Supposed = { value: Value; score: number; low: number; high: number };

export type Telling = {
  field: PartyFactField;
  /** The probability, 0 to 1, that knowing the fact moves the score into another band. */
  changesBand: number;
  /** Points by which the 90 % interval would narrow. */
  narrowsBy: number;
  /** The values with the lowest and the highest score. */
  best: Supposed;
  worst: Supposed;
};

/**
 * Which unknown facts would tell most of a party (R8), those first that would most probably change its band. What a fact turns out to add is taken as normal
 * around 0 with the stated standard deviation of its line; a fact that can move nothing that is shown is left
 * out, and one of which no value leads to another band cannot change it. `best` and `worst` are the party scored again at the ends of what the fact can be.
 * Empty for a party without a score, and where nothing is missing. @throws as `assess`
 */
export function mostTelling(input: AssessInput): Telling[] {
  const work = workThrough(input);
  const { party, numbers } = work;
  const scored = scoreOf(work);
  if (!party || scored.status !== 'scored') return [];
  const before = party.high - party.low;
  return partyFactFields
    .filter((field) => scored.missing.includes(field))
    .flatMap((field) => {
      const id = inherentLines.find((each) => componentFields[each] === field);
      const line = party.lines.find((each) => each.id === id);
      const supposed = valuesToTry(field, input.facts, input.asOf).flatMap((value) => suppose(input, field, value));
      const [first] = supposed;
      if (!id || !line || !first) return [];
      const left = errorWhenKnown(id, numbers);
      const learnt = Math.sqrt(Math.max(0, line.error ** 2 - left ** 2));
      const ownError = Math.sqrt(Math.max(0, party.drawable.ownError ** 2 - learnt ** 2));
      const after = intervalOf({ ...party.drawable, ownError }, numbers);
      const best = supposed.reduce((least, each) => (each.score < least.score ? each : least), first);
      const worst = supposed.reduce((most, each) => (each.score > most.score ? each : most), first);
      const [low, high] = [best.score, worst.score].map((score) => bandFrom(score, numbers)) as [number, number];
      const now = bandFrom(party.score, numbers);
      // Whatever it turned out to be, the score would stay: origins where hardly a migrant works.
      const moves = Math.max(Math.abs(best.score - party.score), Math.abs(worst.score - party.score));
      if (moves < leastMove && low === now && high === now) return [];
      return [
        {
          field,
          changesBand: party.score > party.sum ? 0 : outside(party.sum, learnt, { isDown: low < now, isUp: high > now, numbers }),
          narrowsBy: Math.max(0, before - (after.high - after.low)),
          best,
          worst,
        },
      ];
    })
    .sort((a, b) => b.changesBand - a.changesBand || b.narrowsBy - a.narrowsBy);
}

/** Doubt that stays when the fact is known. */
const errorWhenKnown = (line: InherentLine, numbers: Numbers): number => (line === 'product' ? 0 : numbers['R4.known-error']);

/** Points below which a score that stays in its band is shown as unchanged. */
const leastMove = 0.5;

const bandBounds = ({ 'R8.bands': { moderate, elevated, high, severe } }: Numbers): number[] => [
  ...[Number.NEGATIVE_INFINITY, moderate, elevated, high, severe, Number.POSITIVE_INFINITY],
];
/** The place of the band of a score, the lowest first. */
const bandFrom = (score: number, numbers: Numbers): number => bandBounds(numbers).findLastIndex((bound) => score >= bound);

/**
 * The probability that a score with a normal step of this deviation leaves its band, downward and upward only as far as a value of the fact takes it there:
 * what the fact cannot do has no probability.
 */
function outside(
  score: number,
  deviation: number,
  { isDown, isUp, numbers }: { isDown: boolean; isUp: boolean; numbers: Numbers },
): number {
  if (deviation === 0) return 0;
  const bounds = bandBounds(numbers);
  const at = bandFrom(score, numbers);
  const [from = 0, to = 0] = [bounds[at], bounds[at + 1]];
  const [down, up] = [normalBelow((from - score) / deviation), 1 - normalBelow((to - score) / deviation)];
  return (isDown ? down : 0) + (isUp ? up : 0);
}

function suppose(input: AssessInput, field: PartyFactField, value: Value): Supposed[] {
  const result = scoreOf(workThrough({ ...input, facts: { ...input.facts, [field]: { value } } }));
  return result.status === 'scored' ? [{ value, score: result.score, low: result.low, high: result.high }] : [];
}

/** The ends of what a fact can be, every choice of a closed list, and for goods none, one listed elsewhere and one listed here; none for sector, which has no ends. */
function valuesToTry(field: PartyFactField, facts: PartyFacts, asOf: string): readonly Value[] {
  switch (field) {
    case 'products':
      return goodsToTry(facts.countries?.value ?? [], asOf);
    case 'migrantShare':
    case 'internalMigrantShare':
    case 'agencyShare':
      return [0, 1];
    case 'peakRatio':
      return [1, 4];
    case 'migrantOrigins': {
      const named = corridorCosts(asOf).flatMap(({ originIso2 }) => originIso2 ?? []);
      return [[], ...[...new Set(named)].sort().map((origin) => [origin])];
    }
    case 'subcontracting':
      return subcontractingChoices;
    case 'housing':
      return housingChoices;
    case 'workerVoice':
      return workerVoiceChoices;
    case 'vulnerableGroups':
      return [[], [...vulnerableGroups]];
    default:
      return [];
  }
}

function goodsToTry(countries: readonly string[], asOf: string): string[][] {
  const isForced = ({ forcedLabour, forcedChildLabour }: ListedGood) => forcedLabour === true || forcedChildLabour === true;
  const rows = listedGoods(asOf).filter(isForced);
  const here = rows.filter(({ iso2 }) => countries.includes(iso2)).map(({ good }) => good);
  const elsewhere = rows.map(({ good }) => good).filter((good) => !here.includes(good));
  return [[], elsewhere.sort().slice(0, 1), here.sort().slice(0, 1)].filter((goods, at) => at === 0 || goods.length > 0);
}
