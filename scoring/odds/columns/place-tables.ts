import { type FactColumns, factBit, subdivisionsBit } from '../../engine/columns/fact-columns.ts';
import type { PartyFacts } from '../../types.ts';
import { corridorMonths } from '../corridor-months.ts';
import { type CountryPoints, countryPoints } from '../country-points.ts';
import type { Numbers } from '../parameters.ts';
import { productOf } from '../product-points.ts';
import { type SectorPoints, sectorPoints } from '../sector-points.ts';
import { type AddLine, codeAt, distinct, once, part, type Part } from './parts.ts';

export type Tables = ReturnType<typeof tablesOf>;

/** Every combination of places, goods and origins that occurs, read once. Lists are codes of their dictionaries, sectors numbers of `sectors`; -1 is none. */
export function tablesOf(columns: FactColumns, numbers: Numbers) {
  const all = countryPoints(numbers.asOf);
  const lists = columns.countries.values.length;
  const countries: CountryPoints[] = [];
  const numberOf = new Map<string, number>();
  const country = once(lists, (list): number => {
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
  const sector = once(columns.sector.values.length, (code): number => {
    const found = sectorPoints(columns.sector.values[code] ?? '');
    if (!found) return -1;
    const known = sectorNumber.get(found.code) ?? sectors.push(found) - 1;
    sectorNumber.set(found.code, known);
    return known;
  });
  /** A key of a place: list of countries and sector. There are no more sectors than codes of them. */
  const sectorKeys = columns.sector.values.length + 1;
  const places = lists * sectorKeys;
  const placeKey = (list: number, at: number) => list * sectorKeys + at + 1;
  const placeOf = (key: number) => {
    const at = (key % sectorKeys) - 1;
    return {
      countries: distinct(columns.countries.values[(key - at - 1) / sectorKeys]),
      division: at < 0 ? null : (sectors[at]?.code.slice(0, 2) ?? null),
    };
  };
  const goods = once((columns.products.values.length + 1) * 2 * places, (key): Part => {
    const [place, rest] = [key % places, Math.floor(key / places)];
    const value = distinct(columns.products.values[(rest >> 1) - 1]);
    const facts: PartyFacts = rest < 2 ? {} : { products: { value, withdrawn: rest % 2 === 1 } };
    return part(productOf(facts, placeOf(place), numbers));
  });
  const corridors = once(columns.migrantOrigins.values.length * places, (key): number => {
    const { countries: destinations, division } = placeOf(key % places);
    const origins = distinct(columns.migrantOrigins.values[Math.floor(key / places)]);
    return corridorMonths(origins, destinations, { division, asOf: numbers.asOf })?.months ?? -1;
  });
  return {
    ...{ countries, sectors, country, sector },
    product: (goodsList: number, withdrawn: number, list: number, at: number) =>
      goods(((goodsList + 1) * 2 + withdrawn) * places + placeKey(list, at)),
    months: (origins: number, list: number, at: number) => corridors(origins * places + placeKey(list, at)),
    region: once(columns.subdivisions.values.length, (list): boolean =>
      distinct(columns.subdivisions.values[list]).some((each) => numbers['R3.region'].codes.includes(each)),
    ),
  };
}

/** Codes of the country and the sector of each row, -1 where none is known. */
type Placed = { country: Int32Array; sector: Int32Array };

/** The four lines of place; answers the country, or null where none is known. */
export function readPlaces(
  columns: FactColumns,
  tables: Tables,
  { numbers, unknownSector, add }: { numbers: Numbers; unknownSector: Part; add: AddLine },
): (row: number, into: Placed) => CountryPoints | null {
  const countryPart = once(columns.countries.values.length, (at) => part({ ...pick(tables.countries[at]), isKnown: true }));
  const sectorPart = once(columns.sector.values.length, (at) => part({ ...pick(tables.sectors[at]), isKnown: true }));
  const { given, withdrawn, countries, sector: sectorCodes, products: goods, subdivisions: parts } = columns;
  const { countries: countryBit, sector: sectorBit, products: goodsBit } = factBit;
  const region = numbers['R3.region'];
  const regionVariance = region.error ** 2;
  const addPart = (line: number, { points, variance, isKnown }: Part) => add(line, points, variance, isKnown);
  return (row, into) => {
    const known = given[row] ?? 0;
    const standing = known & ~(withdrawn[row] ?? 0);
    const list = codeAt(countries, row, (standing & countryBit) !== 0);
    const at = list < 0 ? -1 : tables.country(list);
    if (at < 0) return null;
    const code = codeAt(sectorCodes, row, (standing & sectorBit) !== 0);
    const sector = code < 0 ? -1 : tables.sector(code);
    into.country[row] = at;
    into.sector[row] = sector;
    const sold = codeAt(goods, row, (known & goodsBit) !== 0);
    const isWithdrawn = sold >= 0 && (standing & goodsBit) === 0 ? 1 : 0;
    const subdivision = codeAt(parts, row, (standing & subdivisionsBit) !== 0);
    const isIn = subdivision >= 0 && tables.region(subdivision);
    addPart(0, countryPart(at));
    addPart(1, sector < 0 ? unknownSector : sectorPart(sector));
    addPart(2, tables.product(sold, isWithdrawn, list, sector));
    if (isIn) add(3, region.points, regionVariance, true);
    else add(3, 0, 0, subdivision >= 0);
    return tables.countries[at] ?? null;
  };
}

const pick = (row: { points: number; error: number } | undefined) => ({ points: row?.points ?? 0, error: row?.error ?? 0 });
