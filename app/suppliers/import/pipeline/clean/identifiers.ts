import { readDuns, readLei, readOsId, readRegistration, readTaxNumber } from '~/suppliers/parties/external-ids';
import { isPublicId, normalizePublicId } from '~/suppliers/parties/public-id';
import { type Cleaned, clean, flag } from '../problems';
import { saysNothing } from './text';

/** An Open Supply Hub ID; a wrong check character excludes the row. */
export function cleanOsId(cell: string): Cleaned<string> {
  if (saysNothing(cell)) return clean<string>(null);
  const id = readOsId(cell);
  return id.ok ? clean(id.value) : flag<string>(null, 'bad-os-id', 'error', { value: cell });
}

/** This software's own public ID, as an export wrote it or a person typed it. */
export function cleanPublicId(cell: string): Cleaned<string> {
  if (saysNothing(cell)) return clean<string>(null);
  const id = normalizePublicId(cell);
  return isPublicId(id) ? clean(id) : flag<string>(null, 'bad-public-id', 'error', { value: cell });
}

/** A Legal Entity Identifier; wrong check digits exclude the row; other text in the column becomes unknown. */
export function cleanLei(cell: string): Cleaned<string> {
  if (saysNothing(cell)) return clean<string>(null);
  const lei = readLei(cell);
  if (lei.ok) return clean(lei.value);
  return flag<string>(null, 'bad-lei', lei.fault === 'check' ? 'error' : 'warning', { value: cell });
}

/** A D-U-N-S number. */
export function cleanDuns(cell: string): Cleaned<string> {
  if (saysNothing(cell)) return clean<string>(null);
  const duns = readDuns(cell.replace(/\.0$/, ''));
  return duns.ok ? clean(duns.value) : flag<string>(null, 'bad-duns', 'warning', { value: cell });
}

/** A number in the register of companies of the row's country. */
export function cleanRegistration(cell: string, country: string | null): Cleaned<string> {
  if (saysNothing(cell)) return clean<string>(null);
  if (country === null) return flag<string>(null, 'registration-without-country', 'warning', { value: cell });
  const number = readRegistration(cell, country);
  return number.ok ? clean(number.value) : flag<string>(null, 'bad-registration', 'warning', { value: cell });
}

/** A tax or VAT number of the row's country; of a row without one, the country that the number begins with, as European VAT numbers do. */
export function cleanTaxNumber(cell: string, country: string | null): Cleaned<string> {
  if (saysNothing(cell)) return clean<string>(null);
  const taxedIn =
    country ??
    /^(AT|BE|BG|CY|CZ|DE|DK|EE|ES|FI|FR|GB|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK)[\s-]?(?=[\dA-Z]*\d{6})/.exec(cell.trim())?.[1];
  if (taxedIn === undefined) return flag<string>(null, 'tax-number-without-country', 'warning', { value: cell });
  const number = readTaxNumber(cell.replace(/\.0$/, ''), taxedIn);
  return number.ok ? clean(number.value) : flag<string>(null, 'bad-tax-number', 'warning', { value: cell });
}

const spelledTiers: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4, fifth: 5, direct: 1 };

/** A tier from 1 to 10: "2", "Tier 2", "T2", "Tier 1 Supplier", "Tier-3 (yarn)", "second tier". */
export function cleanTier(cell: string): Cleaned<number> {
  if (saysNothing(cell)) return clean<number>(null);
  const text = cell.trim();
  const written =
    /^(?:tier|t|stufe|rang|nivel|niveau|livello|kademe|tingkat)?[\s-]*(\d{1,2})(?:\.0)?$/i.exec(text)?.[1] ??
    /(?:^|[^\p{L}])(?:tier|stufe|rang|nivel|niveau|livello)[\s:-]*(\d{1,2})(?!\d)/iu.exec(text)?.[1];
  const spelled = /^(first|second|third|fourth|fifth|direct)(?:[\s-]+(?:tier|supplier))+$/i.exec(text)?.[1]?.toLowerCase() ?? '';
  const tier = written === undefined ? (spelledTiers[spelled] ?? Number.NaN) : Number(written);
  return tier >= 1 && tier <= 10 ? clean(tier) : flag<number>(null, 'bad-tier', 'warning', { value: cell });
}
