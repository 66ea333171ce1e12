import { z } from 'zod';
import { normalizePublicId } from '~/features/party/public-id';
import { m } from '~/paraglide/messages';
import {
  factSchemas,
  type FactValues,
  housingChoices,
  subcontractingChoices,
  vulnerableGroupChoices,
  workerVoiceChoices,
} from './fact-fields';

/** What a member says of a supplier. Every field of `values` is named: null is *unknown*. */
export type SupplierEntry = {
  name: string;
  values: FactValues;
  note?: string | undefined;
  /** 'buyer' for the organization itself, the public ID of another supplier, or null when it is not known. */
  suppliesTo: string | null;
  isDuplicateMeant: boolean;
};

/** "1 250", "1.250,5" is not guessed at: spaces are dropped, one comma is a decimal point. */
const number = (check: (value: number) => boolean, message: () => string) =>
  z
    .string()
    .optional()
    .transform((text, context) => {
      if (text === undefined) return null;
      const value = Number(text.replace(/[\s\u202f\u00a0']/g, '').replace(',', '.'));
      if (Number.isFinite(value) && check(value)) return value;
      context.addIssue({ code: 'custom', message: message() });
      return z.NEVER;
    });
const percent = number((value) => value >= 0 && value <= 100, m.supplier_error_percent).transform((value) =>
  value === null ? null : Math.round(value * 1e4) / 1e6,
);
const choice = <Word extends string>(words: readonly [Word, ...Word[]]) =>
  z
    .enum(words)
    .optional()
    .catch(undefined)
    .transform((word) => word ?? null);
const list = z.union([z.string(), z.array(z.string())]).optional();
const textOrNull = (length: number) =>
  z
    .string()
    .trim()
    .max(length, { error: () => m.supplier_error_too_long({ count: length }) })
    .optional()
    .transform((text) => text || null);
/** Lists have three answers: unknown, none, and these. */
const known = z.enum(['unknown', 'none', 'these']).catch('unknown');
const lines = (value: string | string[] | undefined) =>
  (Array.isArray(value) ? value : (value ?? '').split(/[\n;]/)).map((line) => line.trim()).filter(Boolean);

function listed<Item>(mode: 'unknown' | 'none' | 'these', items: Item[]): Item[] | null {
  if (mode === 'unknown' || (mode === 'these' && items.length === 0)) return null;
  return mode === 'none' ? [] : items;
}

/** The form of a supplier, new or known; names of fields are those of the facts. */
export const supplierFormSchema = z
  .object({
    name: z
      .string({ error: () => m.supplier_error_name() })
      .trim()
      .min(1, { error: () => m.supplier_error_name() })
      .max(500, { error: () => m.supplier_error_too_long({ count: 500 }) }),
    country: factSchemas.country
      .optional()
      .catch(undefined)
      .transform((code) => code ?? null),
    sector: factSchemas.sector
      .optional()
      .catch(undefined)
      .transform((code) => code ?? null),
    productsKnown: known,
    products: list,
    workers: number((value) => Number.isInteger(value) && value >= 0 && value <= 2_000_000_000, m.supplier_error_workers),
    migrantShare: percent,
    internalMigrantShare: percent,
    agencyShare: percent,
    migrantOriginsKnown: known,
    migrantOrigins: list,
    subcontracting: choice(subcontractingChoices),
    housing: choice(housingChoices),
    peakRatio: number((value) => value >= 1 && value <= 100, m.supplier_error_peak),
    vulnerableGroupsKnown: known,
    vulnerableGroups: list,
    workerVoice: choice(workerVoiceChoices),
    declaredTier: number((value) => Number.isInteger(value) && value >= 0 && value <= 100, m.supplier_error_tier),
    parentCompany: textOrNull(500),
    note: textOrNull(2000),
    relation: z.enum(['buyer', 'other', 'unknown']).catch('unknown'),
    customer: z.string().trim().max(100).optional(),
    isDuplicateMeant: z.literal('on').optional(),
  })
  .transform((form): SupplierEntry => {
    const { name, note, relation, customer, isDuplicateMeant, productsKnown, migrantOriginsKnown, vulnerableGroupsKnown, ...rest } = form;
    const groups = lines(form.vulnerableGroups).flatMap((group) => vulnerableGroupChoices.find((known) => known === group) ?? []);
    const origins = lines(form.migrantOrigins).filter((code) => factSchemas.country.safeParse(code).success);
    return {
      name,
      values: {
        ...rest,
        products: listed(
          productsKnown,
          lines(form.products)
            .slice(0, 100)
            .map((product) => product.slice(0, 200)),
        ),
        migrantOrigins: listed(migrantOriginsKnown, [...new Set(origins)]),
        vulnerableGroups: listed(vulnerableGroupsKnown, groups),
      },
      note: note ?? undefined,
      suppliesTo: relation === 'buyer' ? 'buyer' : relation === 'other' ? normalizePublicId(customer ?? '') : null,
      isDuplicateMeant: isDuplicateMeant === 'on',
    };
  });
