import { type FactColumns, factBit, subdivisionsBit } from '../../engine/columns/fact-columns.ts';
import type { PartyFacts } from '../../types.ts';
import { corridorMonths } from '../corridor-months.ts';
import { type CountryPoints, countryPoints } from '../country-points.ts';
import type { Numbers } from '../parameters.ts';
import { productOf } from '../product-points.ts';
import { type SectorPoints, sectorPoints } from '../sector-points.ts';
import { type AddLine, codeAt, distinct, once, part, type Part } from './parts.ts';

export type Tables = ReturnType<typeof tablesOf>;

/** Every combination of places, goods and origins that occurs, read once. Keys join codes of dictionaries, which are far fewer than 2^21. */
export function tablesOf(columns: FactColumns, numbers: Numbers) {
  const all = countryPoints(numbers.asOf);
  const countries: CountryPoints[] = [];
  const numberOf = new Map<string, number>();
  const country = once((list: number): number => {
    const worst = distinct(columns.countries.values[list]).reduce<CountryPoints | null>((before, iso2) => {
      const found = all.get(iso2);
      return found && (before === null || found.points > before.points) ? found : before;
    }, null);
    if (!worst) return -1;
    const known = numberOf.get(worst.iso2) ?? countries.push(worst) - 1;
    numberOf.set(worst.iso2, known);
    return known;
  });
  const sectors: SectorPoints[] = [];
  const sectorNumber = new Map<string, number>();
  const sector = once((code: number): number => {
    const found = sectorPoints(columns.sector.values[code] ?? '');
    if (!found) return -1;
    const known = sectorNumber.get(found.code) ?? sectors.push(found) - 1;
    sectorNumber.set(found.code, known);
    return known;
  });
  const place = (lists: number, at: number) => ({
    countries: distinct(columns.countries.values[lists]),
    division: at < 0 ? null : (sectors[at]?.code.slice(0, 2) ?? null),
  });
  const product = once((key: number): Part => {
    const [list, lists, at, state] = apart(key);
    const facts: PartyFacts = list < 0 ? {} : { products: { value: distinct(columns.products.values[list]), withdrawn: state === 1 } };
    return part(productOf(facts, place(lists, at), numbers));
  });
  const months = once((key: number): number => {
    const [list, lists, at] = apart(key);
    const { countries: destinations, division } = place(lists, at);
    return corridorMonths(distinct(columns.migrantOrigins.values[list]), destinations, { division, asOf: numbers.asOf })?.months ?? -1;
  });
  const region = once((list: number): boolean =>
    distinct(columns.subdivisions.values[list]).some((each) => numbers['R3.region'].codes.includes(each)),
  );
  return { countries, sectors, country, sector, product, months, region };
}

/** Four codes, of -1 upwards, in one exact number. */
const base = 2 ** 17;
export const together = (list: number, lists: number, sector: number, state: number): number =>
  (((list + 1) * base + lists + 1) * 256 + sector + 1) * 2 + state;
function apart(key: number): [list: number, lists: number, sector: number, state: number] {
  const state = key % 2;
  const rest = (key - state) / 2;
  const sector = rest % 256;
  const lists = ((rest - sector) / 256) % base;
  return [((rest - sector) / 256 - lists) / base - 1, lists - 1, sector - 1, state];
}

/** Codes of the country and the sector of each row, -1 where none is known. */
type Placed = { country: Int32Array; sector: Int32Array };

/** The four lines of place; answers the country, or null where none is known. */
export function readPlaces(
  columns: FactColumns,
  tables: Tables,
  { numbers, unknownSector, add }: { numbers: Numbers; unknownSector: Part; add: AddLine },
): (row: number, into: Placed) => CountryPoints | null {
  const countryPart = once((at: number): Part => part({ points: 0, error: 0, isKnown: true, ...pick(tables.countries[at]) }));
  const sectorPart = once(
    (at: number): Part => (at < 0 ? unknownSector : part({ isKnown: true, points: 0, error: 0, ...pick(tables.sectors[at]) })),
  );
  const region = numbers['R3.region'];
  const regionVariance = region.error ** 2;
  const addPart = (line: number, { points, variance, isKnown }: Part) => add(line, points, variance, isKnown);
  return (row, into) => {
    const given = columns.given[row] ?? 0;
    const standing = given & ~(columns.withdrawn[row] ?? 0);
    const lists = codeAt(columns.countries, row, (standing & factBit.countries) !== 0);
    const at = lists < 0 ? -1 : tables.country(lists);
    const country = tables.countries[at];
    if (!country) return null;
    const code = codeAt(columns.sector, row, (standing & factBit.sector) !== 0);
    const sector = code < 0 ? -1 : tables.sector(code);
    into.country[row] = at;
    into.sector[row] = sector;
    const products = codeAt(columns.products, row, (given & factBit.products) !== 0);
    const isWithdrawn = products >= 0 && (standing & factBit.products) === 0 ? 1 : 0;
    const subdivisions = codeAt(columns.subdivisions, row, (standing & subdivisionsBit) !== 0);
    const isIn = subdivisions >= 0 && tables.region(subdivisions);
    addPart(0, countryPart(at));
    addPart(1, sectorPart(sector));
    addPart(2, tables.product(together(products, lists, sector, isWithdrawn)));
    if (isIn) add(3, region.points, regionVariance, true);
    else add(3, 0, 0, subdivisions >= 0);
    return country;
  };
}

const pick = (row: { points: number; error: number } | undefined) => (row ? { points: row.points, error: row.error } : {});
