import { corridorCosts, type ListedGood, listedGoods } from '../../reference/at.ts';
import type { PartyFacts } from '../../types.ts';
import { housingChoices, type PartyFactField, subcontractingChoices, vulnerableGroups, workerVoiceChoices } from '../../vocabulary.ts';
import type { Method } from '../method.ts';

type Value = string | number | readonly string[];

/**
 * Values that an unknown fact could turn out to have: every choice of a closed list; of a number both ends and each breakpoint of its map, between which
 * the points run in straight lines; of goods none, one listed elsewhere and one listed for a country of the party; of origins none and each that a survey
 * names. Empty for facts that carry no component of their own, and for country and sector, without which there is no score to narrow.
 */
export function valuesToTry(field: PartyFactField, facts: PartyFacts, method: Method): readonly Value[] {
  const inputsOf = (points: readonly (readonly [number, number])[]) => points.map(([input]) => input);
  switch (field) {
    case 'products':
      return goodsToTry(facts.countries?.value ?? [], method.asOf).map((goods) => [...goods]);
    case 'migrantShare':
      return within(inputsOf(method.of['R4.migrant-points']), 0, 1);
    case 'agencyShare':
      return within(inputsOf(method.of['R4.agency-points']), 0, 1);
    case 'peakRatio':
      return within(inputsOf(method.of['R4.seasonal-points']), 1, Number.POSITIVE_INFINITY);
    case 'migrantOrigins': {
      const named = corridorCosts(method.asOf).flatMap(({ originIso2 }) => (originIso2 === null ? [] : [originIso2]));
      return [[], ...[...new Set(named)].sort().map((origin) => [origin])];
    }
    case 'subcontracting':
      return subcontractingChoices;
    case 'housing':
      return housingChoices;
    case 'workerVoice':
      return workerVoiceChoices;
    case 'vulnerableGroups':
      return vulnerableGroups.map((_, count) => vulnerableGroups.slice(0, count)).concat([[...vulnerableGroups]]);
    default:
      return [];
  }
}

function goodsToTry(countries: readonly string[], asOf: string): string[][] {
  const rows = listedGoods(asOf);
  const here = rows.filter(({ iso2 }) => countries.includes(iso2));
  const goodsHere = new Set(here.map(({ good }) => good));
  const elsewhere = rows.filter(({ good }) => !goodsHere.has(good));
  return [[], worst(elsewhere), worst(here)].filter((goods, index) => index === 0 || goods.length > 0);
}

/** One good that counts most: one that is listed itself, before one that is listed for an input it is made with. */
function worst(rows: readonly ListedGood[]): string[] {
  const own = rows.filter(({ childLabour, forcedLabour }) => childLabour === true || forcedLabour === true);
  return (own.length > 0 ? own : [...rows])
    .map(({ good }) => good)
    .sort()
    .slice(0, 1);
}

/** Breakpoints within the range of the fact, and its own ends where they are finite. */
function within(inputs: readonly number[], least: number, most: number): number[] {
  const ends = Number.isFinite(most) ? [least, most] : [least];
  return [...new Set([...inputs.filter((each) => each >= least && each <= most), ...ends])].sort((a, b) => a - b);
}
