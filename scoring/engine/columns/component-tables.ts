import type { PartyFacts } from '../../types.ts';
import { debtShare } from '../debt.ts';
import { productOf } from '../inherent.ts';
import type { Method } from '../method.ts';
import { sectorShare } from '../sector.ts';
import { unknownShare } from '../share.ts';
import { worstCountry } from '../worst-country.ts';
import { type Addends, keepShare, notScoredBits } from './addends.ts';
import type { FactColumns } from './fact-columns.ts';

/** The four components that read tables, worked out once for every combination of facts that occurs; each answers where its addends begin. */
export type ComponentTables = {
  /** `list` is the code of a list of the column, or -1 for none (never given, or withdrawn). */
  country: (list: number) => number;
  sector: (code: number) => number;
  /** Number of a list of countries together with the division of a sector: what products and corridors are read with. */
  place: (countries: number, sector: number) => number;
  /** Bit 0 of `state`: withdrawn. */
  product: (list: number, place: number, state: number) => number;
  /** Bit 0 of `state`: withdrawn; bit 1: known to have no migrants. */
  debt: (list: number, place: number, state: number) => number;
};

type Place = { countries: string[]; division: string | undefined };

/** Readers over the dictionaries of some columns, as of the method's day. */
export function componentTables(columns: FactColumns, kept: Addends): ComponentTables {
  const method = kept.weightedBy;
  const weights = method.of['R4.weights'];
  const { countries, sector, products, migrantOrigins } = columns;
  const countriesOf = (list: number) => (list < 0 ? [] : inOneOrder(countries.values[list]));
  const places = placeNumbers();
  return {
    country: remembered((list) => keepCountry(countriesOf(list), kept)),
    sector: remembered((code) => {
      const share = sectorAt(sector.values[code], method);
      const missing = share ? 0 : notScoredBits['sector-unknown'];
      return keepShare(kept, share ?? unknownShare(method), { weight: weights.sector, missing });
    }),
    place: rememberedByTwo(sector.values.length + 1, (list, code) =>
      places.numberOf({ countries: countriesOf(list), division: sectorAt(sector.values[code], method)?.row.division }),
    ),
    product: rememberedByState(products.values.length + 1, (list, place, state) => {
      const facts: PartyFacts = list < 0 ? {} : { products: { value: inOneOrder(products.values[list]), withdrawn: (state & 1) !== 0 } };
      return keepShare(kept, productOf(facts, places.at(place), method), { weight: weights.product });
    }),
    debt: rememberedByState(migrantOrigins.values.length + 1, (list, place, state) => {
      const origins = { value: inOneOrder(migrantOrigins.values[list]), withdrawn: (state & 1) !== 0 };
      const facts: PartyFacts = {
        ...(list < 0 ? {} : { migrantOrigins: origins }),
        ...((state & 2) === 0 ? {} : { migrantShare: { value: 0 } }),
      };
      return keepShare(kept, debtShare(facts, places.at(place), method), { weight: weights.debt });
    }),
  };
}

function keepCountry(countries: readonly string[], kept: Addends): number {
  const method = kept.weightedBy;
  const weight = method.of['R4.weights'].country;
  const worst = worstCountry(countries, method);
  return keepShare(kept, worst, {
    weight,
    below: weight * (worst.lower - worst.low),
    above: weight * (worst.upper - worst.high),
    missing: worst.worst ? 0 : notScoredBits['country-unknown'],
  });
}

function sectorAt(code: string | undefined, method: Method) {
  return code === undefined ? null : sectorShare(code, method);
}

function placeNumbers(): { numberOf: (place: Place) => number; at: (number: number) => Place } {
  const places: Place[] = [];
  const numbers = new Map<string, number>();
  return {
    numberOf(place) {
      const name = JSON.stringify([place.countries, place.division]);
      const number = numbers.get(name) ?? places.length;
      if (number === places.length) {
        numbers.set(name, number);
        places.push(place);
      }
      return number;
    },
    at: (number) => places[number] ?? { countries: [], division: undefined },
  };
}

/** Each word once, in the order in which a single party's lists are read. */
function inOneOrder(list: readonly string[] | undefined): string[] {
  return [...new Set(list ?? [])].sort();
}

/** Remembers what is read by a code of -1 upwards. */
function remembered(read: (code: number) => number): (code: number) => number {
  const known: number[] = [];
  return (code) => {
    const cached = known[code + 1];
    if (cached !== undefined) return cached;
    const made = read(code);
    known[code + 1] = made;
    return made;
  };
}

/** Remembers what is read by two codes of -1 upwards; `width` is more than the second can be. */
function rememberedByTwo(width: number, read: (one: number, other: number) => number): (one: number, other: number) => number {
  const known = new Map<number, number>();
  return (one, other) => {
    const key = (one + 1) * width + other + 1;
    const cached = known.get(key);
    if (cached !== undefined) return cached;
    const made = read(one, other);
    known.set(key, made);
    return made;
  };
}

/** Remembers what is read by a list (fewer than `lists` and one), a place and a state of 0 to 3. */
function rememberedByState(
  lists: number,
  read: (list: number, place: number, state: number) => number,
): (list: number, place: number, state: number) => number {
  const known = new Map<number, number>();
  return (list, place, state) => {
    const key = (place * lists + list + 1) * 4 + state;
    const cached = known.get(key);
    if (cached !== undefined) return cached;
    const made = read(list, place, state);
    known.set(key, made);
    return made;
  };
}
