import { checkFacts } from '../check-input.ts';
import type { PartyFacts, PlacedFacts } from '../../types.ts';
import { housingChoices, subcontractingChoices, vulnerableGroups, workerVoiceChoices } from '../../vocabulary.ts';

/** Fields of PartyFacts that move a score, in the order of their bits in `given` and `withdrawn`. */
export const factFields = [
  'countries',
  'sector',
  'products',
  'migrantShare',
  'internalMigrantShare',
  'agencyShare',
  'migrantOrigins',
  'subcontracting',
  'housing',
  'peakRatio',
  'vulnerableGroups',
  'workerVoice',
] as const satisfies (keyof PartyFacts)[];
export type FactField = (typeof factFields)[number];

/** Words of the fields with one word, in the order of their codes. */
export const factWords = {
  subcontracting: subcontractingChoices,
  housing: housingChoices,
  workerVoice: workerVoiceChoices,
  vulnerableGroups,
} as const;

/** Lists of words that many rows have in common: a row has the number of its list. */
export type Dictionary<T> = { code: Int32Array; values: T[] };

/**
 * Facts of many parties as columns. Bit i of `given` says that field i of `factFields` is known or was, bit i of `withdrawn` that its value is the
 * last known one; a column is not read where the bit is not set. `vulnerableGroups` is a bit for each word.
 */
export type FactColumns = {
  rows: number;
  given: Uint16Array;
  withdrawn: Uint16Array;
  countries: Dictionary<string[]>;
  sector: Dictionary<string>;
  products: Dictionary<string[]>;
  migrantOrigins: Dictionary<string[]>;
  /** Read by method 2 alone. */
  subdivisions: Dictionary<string[]>;
  migrantShare: Float64Array;
  internalMigrantShare: Float64Array;
  agencyShare: Float64Array;
  peakRatio: Float64Array;
  subcontracting: Uint8Array;
  housing: Uint8Array;
  vulnerableGroups: Uint8Array;
  workerVoice: Uint8Array;
};

/** Bit of a field in `given` and `withdrawn`. */
export const factBit = Object.fromEntries(factFields.map((field, index) => [field, 1 << index])) as Record<FactField, number>;

/** Bit of `subdivisions`, after those of `factFields`. */
export const subdivisionsBit = 1 << factFields.length;

/** Columns for so many parties, to be filled row by row: `put` writes the facts of one. Throws RangeError, naming the row, for facts that cannot be. */
export function factColumns(rows: number): { columns: FactColumns; put: (row: number, facts: PlacedFacts) => void } {
  const lists = {
    countries: dictionary(rows),
    products: dictionary(rows),
    migrantOrigins: dictionary(rows),
    subdivisions: dictionary(rows),
  };
  const sectors = new Map<string, number>();
  const columns: FactColumns = {
    rows,
    given: new Uint16Array(rows),
    withdrawn: new Uint16Array(rows),
    countries: lists.countries.column,
    sector: { code: new Int32Array(rows), values: [] },
    products: lists.products.column,
    migrantOrigins: lists.migrantOrigins.column,
    subdivisions: lists.subdivisions.column,
    migrantShare: new Float64Array(rows),
    internalMigrantShare: new Float64Array(rows),
    agencyShare: new Float64Array(rows),
    peakRatio: new Float64Array(rows),
    subcontracting: new Uint8Array(rows),
    housing: new Uint8Array(rows),
    vulnerableGroups: new Uint8Array(rows),
    workerVoice: new Uint8Array(rows),
  };
  const put = (row: number, facts: PlacedFacts) => {
    checkRow(row, facts);
    let given = 0;
    let withdrawn = 0;
    for (const field of factFields) {
      const fact = facts[field];
      if (!fact) continue;
      given |= factBit[field];
      if (fact.withdrawn) withdrawn |= factBit[field];
    }
    if (facts.subdivisions) given |= subdivisionsBit;
    if (facts.subdivisions?.withdrawn) withdrawn |= subdivisionsBit;
    columns.given[row] = given;
    columns.withdrawn[row] = withdrawn;
    if (facts.countries) lists.countries.put(row, facts.countries.value);
    if (facts.products) lists.products.put(row, facts.products.value);
    if (facts.migrantOrigins) lists.migrantOrigins.put(row, facts.migrantOrigins.value);
    if (facts.subdivisions) lists.subdivisions.put(row, facts.subdivisions.value);
    if (facts.sector) columns.sector.code[row] = numberOf(facts.sector.value, sectors, columns.sector.values);
    if (facts.migrantShare) columns.migrantShare[row] = facts.migrantShare.value;
    if (facts.internalMigrantShare) columns.internalMigrantShare[row] = facts.internalMigrantShare.value;
    if (facts.agencyShare) columns.agencyShare[row] = facts.agencyShare.value;
    if (facts.peakRatio) columns.peakRatio[row] = facts.peakRatio.value;
    if (facts.subcontracting) columns.subcontracting[row] = wordCode(factWords.subcontracting, facts.subcontracting.value);
    if (facts.housing) columns.housing[row] = wordCode(factWords.housing, facts.housing.value);
    if (facts.workerVoice) columns.workerVoice[row] = wordCode(factWords.workerVoice, facts.workerVoice.value);
    if (facts.vulnerableGroups) {
      let groups = 0;
      for (const group of facts.vulnerableGroups.value) groups |= 1 << wordCode(factWords.vulnerableGroups, group);
      columns.vulnerableGroups[row] = groups;
    }
  };
  return { columns, put };
}

function checkRow(row: number, facts: PartyFacts): void {
  try {
    checkFacts(facts);
  } catch (error) {
    throw error instanceof RangeError ? new RangeError(`row ${row}: ${error.message}`) : error;
  }
}

function dictionary(rows: number): { column: Dictionary<string[]>; put: (row: number, list: readonly string[]) => void } {
  const column: Dictionary<string[]> = { code: new Int32Array(rows), values: [] };
  const known = new Map<string, number>();
  return {
    column,
    put(row, list) {
      const key = list.length === 1 ? `${list[0]}` : JSON.stringify(list);
      const number = known.get(key) ?? column.values.length;
      if (number === column.values.length) {
        known.set(key, number);
        column.values.push([...list]);
      }
      column.code[row] = number;
    },
  };
}

function numberOf(word: string, known: Map<string, number>, values: string[]): number {
  const number = known.get(word) ?? values.length;
  if (number === values.length) {
    known.set(word, number);
    values.push(word);
  }
  return number;
}

function wordCode(words: readonly string[], word: string): number {
  const code = words.indexOf(word);
  if (code < 0) throw new RangeError(`${word} is not one of ${words.join(', ')}`);
  return code;
}
