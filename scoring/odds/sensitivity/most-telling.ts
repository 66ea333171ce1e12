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
 * around 0 with the stated standard deviation of its line; a fact that can move nothing is left out. `best` and `worst` are the party scored again at the ends of what the fact can be.
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
      // Whatever it turned out to be, the score would stay: origins where hardly a migrant works.
      if (best.score === worst.score) return [];
      return [
        {
          field,
          changesBand: party.score > party.sum ? 0 : outside(party.sum, learnt, numbers),
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

/** The probability that a score with a normal step of this deviation leaves its band. */
function outside(score: number, deviation: number, numbers: Numbers): number {
  if (deviation === 0) return 0;
  const { moderate, elevated, high, severe } = numbers['R8.bands'];
  const bounds = [Number.NEGATIVE_INFINITY, moderate, elevated, high, severe, Number.POSITIVE_INFINITY];
  const at = bounds.findLastIndex((bound) => score >= bound);
  const [from = 0, to = 0] = [bounds[at], bounds[at + 1]];
  return normalBelow((from - score) / deviation) + 1 - normalBelow((to - score) / deviation);
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
