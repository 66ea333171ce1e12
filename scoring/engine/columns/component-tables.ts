import { corridorCosts, prioritySectors } from '../../reference/at.ts';
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
  /** `countries` and `sector` are codes as above. Bit 0 of `state`: withdrawn. */
  product: (list: number, countries: number, sector: number, state: number) => number;
  /** Bit 0 of `state`: withdrawn; bit 1: known to have no migrants. */
  debt: (list: number, countries: number, sector: number, state: number) => number;
};

/** Readers over the dictionaries of some columns, as of the method's day. */
export function componentTables(columns: FactColumns, kept: Addends): ComponentTables {
  const method = kept.weightedBy;
  const weights = method.of['R4.weights'];
  const { countries, sector, products, migrantOrigins } = columns;
  const productPlaces = placesOf(
    prioritySectors(method.asOf).map(({ iso2, isicDivisions }) => ({ iso2, isicDivisions })),
    { lists: countries.values, sectors: sector.values, method },
  );
  const corridorPlaces = placesOf(
    corridorCosts(method.asOf).map(({ destinationIso2, isicDivisions }) => ({ iso2: destinationIso2, isicDivisions })),
    { lists: countries.values, sectors: sector.values, method },
  );
  const product = rememberedByState(products.values.length + 1, productPlaces.count, (list, place, state) => {
    const facts: PartyFacts = list < 0 ? {} : { products: { value: inOneOrder(products.values[list]), withdrawn: (state & 1) !== 0 } };
    return keepShare(kept, productOf(facts, productPlaces.at(place), method), { weight: weights.product });
  });
  const debt = rememberedByState(migrantOrigins.values.length + 1, corridorPlaces.count, (list, place, state) => {
    const origins = { value: inOneOrder(migrantOrigins.values[list]), withdrawn: (state & 1) !== 0 };
    const facts: PartyFacts = {
      ...(list < 0 ? {} : { migrantOrigins: origins }),
      ...((state & 2) === 0 ? {} : { migrantShare: { value: 0 } }),
    };
    return keepShare(kept, debtShare(facts, corridorPlaces.at(place), method), { weight: weights.debt });
  });
  return {
    country: remembered((list) => keepCountry(inOneOrder(countries.values[list]), kept)),
    sector: remembered((code) => {
      const share = sectorAt(sector.values[code], method);
      const missing = share ? 0 : notScoredBits['sector-unknown'];
      return keepShare(kept, share ?? unknownShare(method), { weight: weights.sector, missing });
    }),
    product: (list, inCountries, inSector, state) => product(list, productPlaces.numberOf(inCountries, inSector), state),
    // Without origins a debt does not depend on the place.
    debt: (list, inCountries, inSector, state) => debt(list, list < 0 ? 0 : corridorPlaces.numberOf(inCountries, inSector), state),
  };
}

type Places = {
  count: number;
  numberOf: (countries: number, sector: number) => number;
  at: (place: number) => { countries: string[]; division: string | undefined };
};

/**
 * Lists of countries together with the division of a sector, numbered so that places which no row of a table tells apart are one: divisions that
 * no row names are alike, and where no row that names divisions is about any of the countries (null: about all) all divisions are.
 */
function placesOf(
  rows: readonly { iso2: string | null; isicDivisions: string[] }[],
  { lists, sectors, method }: { lists: readonly string[][]; sectors: readonly string[]; method: Method },
): Places {
  const countriesOf = (list: number) => inOneOrder(lists[list]);
  const naming = rows.filter((row) => row.isicDivisions.length > 0);
  const divisions = [undefined, ...new Set(naming.flatMap((row) => row.isicDivisions))];
  const divisionOf = remembered((code) => Math.max(0, divisions.indexOf(sectorAt(sectors[code], method)?.row.division)));
  const matters = remembered((list) => {
    const countries = countriesOf(list);
    return naming.some(({ iso2 }) => iso2 === null || countries.includes(iso2)) ? 1 : 0;
  });
  return {
    count: (lists.length + 1) * divisions.length,
    numberOf: (list, code) => (list + 1) * divisions.length + matters(list) * divisionOf(code),
    at: (place) => ({ countries: countriesOf(Math.floor(place / divisions.length) - 1), division: divisions[place % divisions.length] }),
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

/** Numbers that a direct table may hold; more combinations than that are looked up by hash. */
const directTable = 1 << 22;

/** Remembers what is read by a list of -1 upwards (`lists` and none), a place (fewer than `places`) and a state of 0 to 3. */
function rememberedByState(
  lists: number,
  places: number,
  read: (list: number, place: number, state: number) => number,
): (list: number, place: number, state: number) => number {
  const size = lists * places * 4;
  const direct = size <= directTable ? new Int32Array(size) : null;
  const hashed = new Map<number, number>();
  return (list, place, state) => {
    const key = (place * lists + list + 1) * 4 + state;
    const cached = direct ? (direct[key] ?? 0) - 1 : (hashed.get(key) ?? -1);
    if (cached >= 0) return cached;
    const made = read(list, place, state);
    if (direct) direct[key] = made + 1;
    else hashed.set(key, made);
    return made;
  };
}
