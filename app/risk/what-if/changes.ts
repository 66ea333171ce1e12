import { z } from 'zod';
import { type LineId, lineIds, mostCountryPoints, mostFactor, type PartyFacts } from '#scoring';
import { factSchemas } from '~/suppliers/facts/fact-fields';

/** Facts that can be supposed; `countries` are those of all sites. */
export const supposedFields = [
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
  'workerVoice',
] as const satisfies readonly (keyof PartyFacts)[];
export type SupposedField = (typeof supposedFields)[number];

/** One thing supposed, as the address says it: `country.BD.3`, `factor.migrant.0.5`, `fact.ID.housing.none`, `close.FINDING`, `drop.ID`. */
export type Change =
  | { kind: 'country'; iso2: string; points: number }
  | { kind: 'factor'; line: LineId; factor: number }
  | { kind: 'fact'; supplier: string; field: SupposedField; value: string }
  | { kind: 'close'; finding: string }
  | { kind: 'drop'; supplier: string };
export type ChangeKind = Change['kind'];

/** Problems of a change by field; the page has their text. */
export type ChangeProblem = 'country' | 'points' | 'line' | 'factor' | 'supplier' | 'field' | 'value' | 'finding';
export type ReadChange = { ok: true; change: Change } | { ok: false; problem: ChangeProblem };

const decimal = z
  .string()
  .trim()
  .regex(/^[+-]?\d{1,3}([.,]\d{1,4})?$/)
  .transform((text) => Number(text.replace(',', '.')));
const points = decimal.refine((value) => Math.abs(value) <= mostCountryPoints && value !== 0);
const factor = decimal.refine((value) => value >= 0 && value <= mostFactor && value !== 1);
const country = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{2}$/);
const supplier = z.string().trim().min(1).max(100);

/** Reads a change from its parts, as a form or an address gives them. What cannot be is named by its field. */
export function readChange(kind: string, parts: Readonly<Record<string, string>>): ReadChange {
  const take = <Value>(schema: z.ZodType<Value>, name: string): Value | undefined => schema.safeParse(parts[name] ?? '').data;
  const wrong = (problem: ChangeProblem): ReadChange => ({ ok: false, problem });
  const right = (change: Change): ReadChange => ({ ok: true, change });
  if (kind === 'country') {
    const [iso2, moved] = [take(country, 'iso2'), take(points, 'points')];
    if (iso2 === undefined) return wrong('country');
    return moved === undefined ? wrong('points') : right({ kind, iso2, points: moved });
  }
  if (kind === 'factor') {
    const [line, times] = [take(z.enum(lineIds), 'line'), take(factor, 'factor')];
    if (line === undefined) return wrong('line');
    return times === undefined ? wrong('factor') : right({ kind, line, factor: times });
  }
  if (kind === 'close') {
    const finding = take(z.uuid(), 'finding');
    return finding === undefined ? wrong('finding') : right({ kind, finding });
  }
  const who = take(supplier, 'supplier');
  if (who === undefined) return wrong('supplier');
  if (kind === 'drop') return right({ kind, supplier: who });
  const field = take(z.enum(supposedFields), 'field');
  if (kind !== 'fact' || field === undefined) return wrong('field');
  const value = (parts.value ?? '').trim();
  return readFactValue(field, value) === undefined ? wrong('value') : right({ kind, supplier: who, field, value });
}

const lists: readonly string[] = ['countries', 'products', 'migrantOrigins'];
const shares: readonly string[] = ['migrantShare', 'internalMigrantShare', 'agencyShare'];

/** A hypothetical sector: "14", or "14 (cotton shirts)" where it was recognised from text. */
export function sectorWithWords(text: string): { sector: string; words: string | null } {
  const [, sector = text, words = null] = /^(\d{2,4}) \((.+)\)$/.exec(text) ?? [];
  return { sector, words };
}

/** A typed value as the method takes it: shares are typed in percent, lists with commas. Undefined for what the field cannot be. */
export function readFactValue(field: SupposedField, text: string): NonNullable<PartyFacts[SupposedField]>['value'] | undefined {
  if (lists.includes(field)) {
    const items = text
      .split(',')
      .map((item) => item.trim())
      .filter(Boolean);
    const schema = field === 'products' ? factSchemas.products : z.array(country).max(50);
    const parsed = schema.safeParse(items);
    return parsed.success && (items.length > 0 || field !== 'countries') && text.length <= 400 ? parsed.data : undefined;
  }
  if (shares.includes(field) || field === 'peakRatio') {
    const number = decimal.safeParse(text).data;
    if (number === undefined) return undefined;
    const schema = field === 'peakRatio' ? factSchemas.peakRatio : factSchemas.migrantShare;
    return schema.safeParse(field === 'peakRatio' ? number : number / 100).data;
  }
  if (field === 'sector') return factSchemas.sector.safeParse(sectorWithWords(text).sector).data;
  const schema: z.ZodType<NonNullable<PartyFacts[SupposedField]>['value']> = {
    subcontracting: factSchemas.subcontracting,
    housing: factSchemas.housing,
    workerVoice: factSchemas.workerVoice,
  }[field as 'subcontracting' | 'housing' | 'workerVoice'];
  return schema.safeParse(text).data;
}

/** A change as written in an address. */
export function writeChange(change: Change): string {
  switch (change.kind) {
    case 'country':
      return `country.${change.iso2}.${change.points}`;
    case 'factor':
      return `factor.${change.line}.${change.factor}`;
    case 'fact':
      return `fact.${change.supplier}.${change.field}.${change.value}`;
    case 'close':
      return `close.${change.finding}`;
    case 'drop':
      return `drop.${change.supplier}`;
  }
}

/** Reads a change from a URL; the last part may contain dots. */
export function parseChange(text: string): ReadChange {
  const [kind = '', first = '', second = '', ...rest] = text.split('.');
  if (kind === 'country') return readChange(kind, { iso2: first, points: [second, ...rest].join('.') });
  if (kind === 'factor') return readChange(kind, { line: first, factor: [second, ...rest].join('.') });
  if (kind === 'fact') return readChange(kind, { supplier: first, field: second, value: rest.join('.') });
  if (kind === 'close') return readChange(kind, { finding: first });
  return readChange(kind, { supplier: first });
}

/** Whether a part of an address sets a weight, as method 1 did; this method has none. */
export const isOldWeight = (text: string): boolean => text.startsWith('weight.');
