import { isPublicId, normalizePublicId } from '~/features/party/public-id';
import { type Cleaned, clean, flag } from '../problems';
import { saysNothing } from './text';

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** An Open Supply Hub ID: two letters of the country, year, day of the year, five base-32 characters and a check character. */
export function cleanOsId(cell: string): Cleaned<string> {
  if (saysNothing(cell)) return clean<string>(null);
  const id = cell.trim().toUpperCase();
  return isOsId(id) ? clean(id) : flag<string>(null, 'bad-os-id', 'error', { value: cell });
}

/** Whether the check character holds: the letters' codes and the base-32 values of the rest, summed, modulo 32. */
export function isOsId(id: string): boolean {
  if (!/^[A-Z]{2}\d{7}[0-9A-HJKMNP-TV-Z]{6}$/.test(id)) return false;
  let sum = id.charCodeAt(0) + id.charCodeAt(1);
  for (const digit of id.slice(2, 14)) sum += crockford.indexOf(digit);
  return crockford[sum % 32] === id[14];
}

/** This software's own public ID, as an export wrote it or a person typed it. */
export function cleanPublicId(cell: string): Cleaned<string> {
  if (saysNothing(cell)) return clean<string>(null);
  const id = normalizePublicId(cell);
  return isPublicId(id) ? clean(id) : flag<string>(null, 'bad-public-id', 'error', { value: cell });
}

/** A Legal Entity Identifier: 18 characters and two check digits (ISO 17442, ISO 7064 MOD 97-10). */
export function cleanLei(cell: string): Cleaned<string> {
  if (saysNothing(cell)) return clean<string>(null);
  const lei = cell.trim().toUpperCase().replace(/[\s-]/g, '');
  return isLei(lei) ? clean(lei) : flag<string>(null, 'bad-lei', 'warning', { value: cell });
}

export function isLei(lei: string): boolean {
  if (!/^[0-9A-Z]{18}\d{2}$/.test(lei)) return false;
  let rest = 0;
  for (const sign of lei) rest = Number(`${rest}${Number.parseInt(sign, 36)}`) % 97;
  return rest === 1;
}

/** A tier from 1 to 10: "2", "Tier 2", "T2". */
export function cleanTier(cell: string): Cleaned<number> {
  if (saysNothing(cell)) return clean<number>(null);
  const tier = Number(/^(?:tier|t|stufe|rang|nivel|niveau)?\s*-?(\d{1,2})(?:\.0)?$/i.exec(cell.trim())?.[1] ?? Number.NaN);
  return tier >= 1 && tier <= 10 ? clean(tier) : flag<number>(null, 'bad-tier', 'warning', { value: cell });
}
