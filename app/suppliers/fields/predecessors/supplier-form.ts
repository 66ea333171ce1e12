import { z } from 'zod';
import { housingChoices, subcontractingChoices, vulnerableGroups, workerVoiceChoices } from '#scoring';
import { externalIdFields, readTypedIds } from '~/suppliers/parties/external-id-form';
import type { ExternalIdKey } from '~/suppliers/parties/external-ids';
import { typedChoice, typedCountry, typedName, typedNumber, typedPeople, typedShare, typedText } from '~/suppliers/parties/form-values';
import { withoutKept } from './shown-fact';
import { m } from '~/paraglide/messages';
import { disclosureChoices, factSchemas, type FactValues } from './fact-fields';

/** What a member says of a supplier. Fields of `values` are named: null is *unknown*; one that is not named stays as it is kept. */
export type SupplierEntry = {
  name: string;
  values: FactValues;
  /** The sector in words, for where none is chosen. */
  sectorWords?: string | undefined;
  /** Identifiers said anew; a key that is missing says nothing, null takes one away. */
  ids?: Partial<Record<ExternalIdKey, string | null>>;
  note?: string | undefined;
  /** 'buyer' for the organization itself, the public ID or name of another supplier, or null when it is not known. */
  suppliesTo: string | null;
  isDuplicateMeant: boolean;
};

const list = z.union([z.string(), z.array(z.string())]).optional();
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
    name: typedName(),
    country: typedCountry(),
    sector: factSchemas.sector
      .optional()
      .catch(undefined)
      .transform((code) => code ?? null),
    sectorWords: typedText(200),
    productsKnown: known,
    products: list,
    workers: typedPeople(),
    migrantShare: typedShare(),
    internalMigrantShare: typedShare(),
    agencyShare: typedShare(),
    migrantOriginsKnown: known,
    migrantOrigins: list,
    subcontracting: typedChoice(subcontractingChoices),
    housing: typedChoice(housingChoices),
    peakRatio: typedNumber((value) => value >= 1 && value <= 100, m.suppliers_error_peak),
    vulnerableGroupsKnown: known,
    vulnerableGroups: list,
    workerVoice: typedChoice(workerVoiceChoices),
    disclosure: typedChoice(disclosureChoices),
    declaredTier: typedNumber((value) => Number.isInteger(value) && value >= 0 && value <= 100, m.suppliers_error_tier),
    parentCompany: typedText(500),
    ...externalIdFields,
    note: typedText(2000),
    relation: z.enum(['buyer', 'other', 'unknown']).catch('unknown'),
    customer: z.string().trim().max(100).optional(),
    isDuplicateMeant: z.literal('on').optional(),
  })
  .transform((form, context): SupplierEntry => {
    const ids = readTypedIds(form, context);
    const {
      name,
      note,
      sectorWords,
      relation,
      customer,
      isDuplicateMeant,
      productsKnown,
      migrantOriginsKnown,
      vulnerableGroupsKnown,
      ...others
    } = form;
    const { osId, lei, duns, registration, registrationCountry, ...rest } = others;
    const groups = lines(form.vulnerableGroups).flatMap((group) => vulnerableGroups.find((known) => known === group) ?? []);
    const origins = lines(form.migrantOrigins).filter((code) => factSchemas.country.safeParse(code).success);
    return {
      name,
      values: {
        ...withoutKept(rest),
        products: listed(
          productsKnown,
          lines(form.products)
            .slice(0, 100)
            .map((product) => product.slice(0, 200)),
        ),
        migrantOrigins: listed(migrantOriginsKnown, [...new Set(origins)]),
        vulnerableGroups: listed(vulnerableGroupsKnown, groups),
      },
      ids,
      note: note ?? undefined,
      sectorWords: sectorWords ?? undefined,
      suppliesTo: relation === 'buyer' ? 'buyer' : relation === 'other' ? (customer ?? '') : null,
      isDuplicateMeant: isDuplicateMeant === 'on',
    };
  });
