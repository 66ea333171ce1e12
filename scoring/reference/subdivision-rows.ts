import type { Provenance } from './registry.ts';
import { type TableRow, tableRows } from './rows.ts';

export type SubdivisionName = TableRow<'subdivisions'>;

/** Every name of a subdivision of a country, in every script held; empty where none is held. */
export function subdivisionNames(iso2: string, asOf: string): SubdivisionName[] {
  return [...tableRows('subdivisions', asOf).values()].filter((row) => row.iso2 === iso2);
}

/**
 * How it was recognised. `certain`: a province, prefecture or city by name or code, or a postal code. `possible`: a county or a place whose name others bear too, or
 * coordinates near a border: to be confirmed by a person.
 */
export type FoundSubdivision = {
  /** ISO 3166-2 code of the first level, such as CN-XJ. */
  code: string;
  /** The code of what was found itself, the first level or something in it. */
  within: string;
  by: 'name' | 'code' | 'postal-code' | 'coordinates';
  /** What was read: the name or the code as the table has it, the postal code, or the coordinates. */
  matched: string;
  certainty: 'certain' | 'possible';
  provenance: Provenance | null;
};
