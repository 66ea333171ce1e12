import { countryRow } from '#scoring';

export type Designation = { kind: 'designated' | 'non-designated' | 'unknown'; unknown: string[]; nonDesignated: string[] };

/** The date of the country list in use (decisions.md, R1). */
export const designatedListOn = '2021-10-01';

/**
 * Whether the host countries (ISO 3166-1 alpha-2) are designated by the list of 1 October 2021. A project in several countries is measured by the strictest:
 * one country that is not designated makes it non-designated. A code that is not in the table leaves it unknown.
 */
export function hostDesignation(countries: readonly string[], asOf: string): Designation {
  const rows = countries.map((code) => ({ code, row: countryRow(code, asOf) }));
  const unknown = rows.filter(({ row }) => row === null).map(({ code }) => code);
  const nonDesignated = rows.filter(({ row }) => row !== null && !row.epDesignated2021).map(({ code }) => code);
  const kind = nonDesignated.length > 0 ? 'non-designated' : unknown.length > 0 || rows.length === 0 ? 'unknown' : 'designated';
  return { kind, unknown, nonDesignated };
}
