import { type EvidenceKind, evidenceKinds } from './evidence-kinds';
import { foldHeader } from '../../fold-header';
import { countryOfAddress } from '../country-of-address.server';
import { countriesAt } from '~/suppliers/sites/points/country-at.server';
import { judgePoint } from '~/suppliers/sites/points/judge-point.server';
import { numberChecks } from './check-characters';
import callingCodes from './calling-codes-2026-12.json';
import { placesIn } from './place-names.server';
import postalCodes from './postal-codes-2026-12.json';
import registrationNumbers from './registration-numbers-2026-12.json';

/** One fact of a row and the countries that it can be of. */
export type Evidence = { kind: EvidenceKind; countries: readonly string[]; matched: string };

export type RowFacts = {
  address: string;
  /** Town and region, where they have columns. */
  places: readonly string[];
  postalCode: string | null;
  point: { latitude: number; longitude: number } | null;
  /** Cells of columns of telephone numbers, and of tax and registration numbers. */
  telephones: readonly string[];
  numbers: readonly string[];
};

const telephoneWords =
  /(^| )(tel|telephone|phone|mobile|fax|whatsapp|telefon|telefono|telefone|contact no|contact number|dien thoai|电话|電話)( |$)/;
const numberWords =
  /(^| )(tax|vat|gst|gstin|pan|cin|tin|ein|cnpj|rfc|cuit|rut|npwp|vkn|nip|uscc|credit code|business licence|business license|registration no|registration number|company no|company number|ma so thue|steuernummer|税号|统一社会信用代码)( |$)/;

/** The columns that say where a row is although no field is read from them: telephone numbers, and numbers of tax offices and registers. */
export function evidenceColumns(header: readonly string[]): { telephones: number[]; numbers: number[] } {
  const found = { telephones: [] as number[], numbers: [] as number[] };
  header.forEach((name, at) => {
    const folded = foldHeader(name);
    if (telephoneWords.test(folded)) found.telephones.push(at);
    else if (numberWords.test(folded)) found.numbers.push(at);
  });
  return found;
}

/** Everything that a row says of its country, the most trusted first. */
export function findEvidence(facts: RowFacts): Evidence[] {
  const { address, point } = facts;
  const end = address === '' ? null : countryOfAddress(address);
  const near = point && judgePoint(point, null) === null ? [...countriesAt(point)] : [];
  const all: Evidence[] = [
    ...facts.numbers.flatMap(ofNumber),
    ...(end ? [{ kind: 'address' as const, countries: [end], matched: address.slice(-80) }] : []),
    ...(point && near.length > 0
      ? [{ kind: 'coordinates' as const, countries: near, matched: `${point.latitude}, ${point.longitude}` }]
      : []),
    ...ofPlaces([...facts.places, address]),
    ...facts.telephones.flatMap(ofTelephone),
    ...ofPostalCode(facts.postalCode, address),
  ];
  return all.sort((a, b) => evidenceKinds.indexOf(a.kind) - evidenceKinds.indexOf(b.kind));
}

const forms = registrationNumbers.forms.map(({ form, ...rest }) => ({ ...rest, pattern: new RegExp(`^(?:${form})$`) }));

/** A number whose form, with its check character, only one country uses. */
function ofNumber(cell: string): Evidence[] {
  const text = cell.toUpperCase().replace(/\s+/g, ' ').trim();
  const bare = text.replace(/[^0-9A-ZÑ&]/g, '');
  const found = forms.filter(
    ({ pattern, check }) => (pattern.test(text) || pattern.test(bare)) && (check === null || numberChecks[check]?.(bare) === true),
  );
  const countries = [...new Set(found.map(({ country }) => country))];
  return countries.length > 0 ? [{ kind: 'registration', countries, matched: `${found[0]?.name ?? ''} ${cell.trim().slice(0, 40)}` }] : [];
}

const codes: Readonly<Record<string, string>> = callingCodes.codes;

/** The country code of a number that is written internationally: +84 …, 0084 …, (84) is none. */
function ofTelephone(cell: string): Evidence[] {
  const digits = /^\(?\s*(?:\+|00)\s*\(?([\d\s().-]{6,})/.exec(cell.trim())?.[1]?.replace(/\D/g, '') ?? '';
  for (const length of [3, 2, 1]) {
    const countries = codes[digits.slice(0, length)];
    if (digits.length >= 8 && countries)
      return [{ kind: 'telephone', countries: countries.split(' '), matched: `+${digits.slice(0, length)}` }];
  }
  return [];
}

/** Names of places that agree on a country; those that do not say nothing. */
function ofPlaces(texts: readonly string[]): Evidence[] {
  const places = placesIn(texts.filter((text) => text !== ''));
  const shared = places.reduce<readonly string[] | null>(
    (common, { countries }) => (common === null ? countries : common.filter((country) => countries.includes(country))),
    null,
  );
  const [first] = places.filter(({ kind }) => kind === 'subdivision').concat(places);
  return first && shared && shared.length > 0 ? [{ kind: first.kind, countries: shared, matched: first.name }] : [];
}

const postalForms = postalCodes.forms.map(({ countries, form }) => ({
  countries: countries.split(' '),
  whole: new RegExp(`^(?:${form})$`),
  within: new RegExp(`(?<![\\p{L}\\d-])(?:${form})(?![\\p{L}\\d-])`, 'u'),
}));

/** A postal code whose form few countries use, of its column or of the address. */
function ofPostalCode(postalCode: string | null, address: string): Evidence[] {
  const code = postalCode?.toUpperCase().trim() ?? '';
  const found = postalForms.find(({ whole, within }) => (code === '' ? within.test(address) : whole.test(code)));
  if (!found) return [];
  return [{ kind: 'postal-code', countries: found.countries, matched: code === '' ? (found.within.exec(address)?.[0] ?? '') : code }];
}

export type CountryVerdict =
  | { kind: 'none' }
  | { kind: 'guess'; country: string; by: Evidence }
  /** Facts that no one country fits. */
  | { kind: 'contradiction'; between: readonly [Evidence, Evidence] };

/**
 * The one country that fits everything a row says. A postal code confirms or narrows and neither determines nor contradicts. Two facts that no country
 * fits leave it unknown.
 */
export function weighEvidence(evidence: readonly Evidence[]): CountryVerdict {
  const strong = evidence.filter(({ kind }) => kind !== 'postal-code');
  let common: readonly string[] | null = null;
  for (const each of strong) {
    const next: readonly string[] = common === null ? each.countries : common.filter((country) => each.countries.includes(country));
    if (next.length === 0) {
      const against = strong.find(({ countries }) => !countries.some((country) => each.countries.includes(country))) ?? strong[0];
      return against ? { kind: 'contradiction', between: [against, each] } : { kind: 'none' };
    }
    common = next;
  }
  if (common === null) return { kind: 'none' };
  for (const each of evidence) {
    if (each.kind !== 'postal-code' || common.length === 1) continue;
    const narrowed: readonly string[] = common.filter((country) => each.countries.includes(country));
    if (narrowed.length > 0) common = narrowed;
  }
  const [country, ...others] = common;
  if (country === undefined || others.length > 0) return { kind: 'none' };
  const by = strong.find(({ countries }) => countries.length === 1) ?? strong[0];
  return by ? { kind: 'guess', country, by } : { kind: 'none' };
}
