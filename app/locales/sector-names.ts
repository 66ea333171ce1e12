import { sectorRow } from '#scoring';
import { getLocale } from '~/paraglide/runtime';
import sectorNames from './sector-names.json';

const names: Record<string, Record<string, string>> = sectorNames;

/**
 * The short title of an ISIC Rev.4 division, group or class in a language of the product: English as the classification has it, the others in our own words.
 * Null for a code that ISIC does not know; a class that only NACE or NAICS has is named after its division. `asOf`: the edition of that day.
 */
export function sectorName(code: string, { locale = getLocale(), asOf }: { locale?: string; asOf?: string } = {}): string | null {
  const row = sectorRow(code, asOf);
  return row === null ? null : (names[locale]?.[row.code] ?? row.title);
}
