/** Identifiers that others assign to a party. `registration` carries its country ("DE:HRB 12345"); `supplierNumber` is the customer's own and has no meaning outside. */
export const externalIdKeys = ['osId', 'lei', 'duns', 'registration', 'taxNumber', 'supplierNumber'] as const;
export type ExternalIdKey = (typeof externalIdKeys)[number];
export type ExternalIds = Partial<Record<ExternalIdKey, string>>;
/** Identifiers that name the same legal entity or place everywhere. */
export const worldwideIdKeys = ['lei', 'registration', 'duns', 'osId'] as const satisfies readonly ExternalIdKey[];

/** `form`: not of that kind of identifier at all; `check`: of its form, but with a wrong check character. */
export type IdReading = { ok: true; value: string } | { ok: false; fault: 'form' | 'check' };

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** An Open Supply Hub ID: two letters of the country, year and day of the year, five characters, and a check character. Any case, spaces allowed. */
export function readOsId(text: string): IdReading {
  const id = text.toUpperCase().replace(/[\s-]/g, '');
  if (!/^[A-Z]{2}\d{7}[0-9A-Z]{6}$/.test(id)) return { ok: false, fault: 'form' };
  return isOsId(id) ? { ok: true, value: id } : { ok: false, fault: 'check' };
}

/** Whether the check character is correct: the letters' codes and the base-32 values of the rest, summed, modulo 32. Capitals only. */
export function isOsId(id: string): boolean {
  if (!/^[A-Z]{2}\d{7}[0-9A-HJKMNP-TV-Z]{6}$/.test(id)) return false;
  let sum = id.charCodeAt(0) + id.charCodeAt(1);
  for (const digit of id.slice(2, 14)) sum += crockford.indexOf(digit);
  return crockford[sum % 32] === id[14];
}

/** A Legal Entity Identifier: 18 characters and two check digits (ISO 17442, ISO 7064 MOD 97-10). Any case, spaces allowed. */
export function readLei(text: string): IdReading {
  const lei = text.toUpperCase().replace(/[\s-]/g, '');
  if (!/^[0-9A-Z]{18}\d{2}$/.test(lei)) return { ok: false, fault: 'form' };
  return isLei(lei) ? { ok: true, value: lei } : { ok: false, fault: 'check' };
}

/** Whether the number that an LEI spells (A is 10 … Z is 35) leaves 1 modulo 97. Capitals only. */
export function isLei(lei: string): boolean {
  if (!/^[0-9A-Z]{18}\d{2}$/.test(lei)) return false;
  let rest = 0;
  for (const sign of lei) rest = Number(`${rest}${Number.parseInt(sign, 36)}`) % 97;
  return rest === 1;
}

/** A D-U-N-S number: nine digits. Its issuer abandoned the check digit, so only the form can be checked. Zeros that a spreadsheet dropped come back. */
export function readDuns(text: string): IdReading {
  const digits = text.replace(/[\s-]/g, '');
  return /^\d{7,9}$/.test(digits) && Number(digits) > 0 ? { ok: true, value: digits.padStart(9, '0') } : { ok: false, fault: 'form' };
}

/** A number in a national register of companies, with the country (alpha-2) whose register it is: "DE:HRB 12345". */
export function readRegistration(text: string, country: string): IdReading {
  const number = text.toUpperCase().replace(/\s+/g, ' ').trim();
  return number.length <= 60 && /\d/.test(number) && /^[\p{L}\d][\p{L}\d ./&()-]*$/u.test(number)
    ? { ok: true, value: `${country}:${number}` }
    : { ok: false, fault: 'form' };
}

/** A number under which a country taxes a company or its sales, with that country: "DE:DE123456789". Loosely: countries write them in many ways. */
export function readTaxNumber(text: string, country: string): IdReading {
  const number = text.toUpperCase().replace(/\s+/g, ' ').trim();
  return number.length <= 40 && /\d{3}/.test(number.replace(/[^\dA-Z]/g, '')) && /^[\p{L}\d][\p{L}\d ./-]*$/u.test(number)
    ? { ok: true, value: `${country}:${number}` }
    : { ok: false, fault: 'form' };
}

/** Two values of one identifier are equal when these are: punctuation and spaces of a register's number mean nothing. */
export function idKey(key: string, value: string): string {
  return `${key}:${key === 'registration' || key === 'taxNumber' ? value.toUpperCase().replace(/[^\p{L}\d:]/gu, '') : value}`;
}

/** Known identifiers with new values: null removes one, a missing key changes nothing. Keys in one order, so that equal sets are equal JSON. */
export function mergeIds(
  known: Readonly<Record<string, string>> | null | undefined,
  said: Partial<Record<ExternalIdKey, string | null>>,
): Record<string, string> | null {
  const merged = Object.entries({ ...known, ...said }).flatMap(([key, value]) => (value ? [[key, value] as const] : []));
  return merged.length === 0 ? null : Object.fromEntries(merged.sort(([a], [b]) => (a < b ? -1 : 1)));
}
