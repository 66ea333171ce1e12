import { z } from 'zod';
import { formShape, valuesOfForm } from '~/suppliers/fields/definition/party-form';
import { externalIdFields, readTypedIds } from '~/suppliers/parties/external-id-form';
import type { ExternalIdKey } from '~/suppliers/parties/external-ids';
import { typedText } from '~/suppliers/parties/form-values';
import type { FactValues } from '~/suppliers/facts/fact-fields';

/** What a member says of a supplier. Fields of `values` are named: null is *unknown*; one that is not named stays as it is kept. */
export type SupplierEntry = {
  name: string;
  values: FactValues;
  /** The sector in words, for where none is chosen. */
  sectorWords?: string | undefined;
  /** New identifiers; a missing key changes nothing, null removes one. */
  ids?: Partial<Record<ExternalIdKey, string | null>>;
  note?: string | undefined;
  /** 'buyer' for the organization itself, the public ID or name of another supplier, or null when it is not known. */
  suppliesTo: string | null;
  isDuplicateMeant: boolean;
};

/** The form of a supplier, new or known; names of fields are those of the facts. */
export const supplierFormSchema = z
  .object({
    ...formShape('supplier'),
    sectorWords: typedText(200),
    ...externalIdFields,
    note: typedText(2000),
    relation: z.enum(['buyer', 'other', 'unknown']).catch('unknown'),
    customer: z.string().trim().max(100).optional(),
    isDuplicateMeant: z.literal('on').optional(),
  })
  .transform((form, context): SupplierEntry => {
    const ids = readTypedIds(form, context);
    const { name, note, sectorWords, relation, customer, isDuplicateMeant } = form;
    return {
      name,
      values: valuesOfForm('supplier', form),
      ids,
      note: note ?? undefined,
      sectorWords: sectorWords ?? undefined,
      suppliesTo: relation === 'buyer' ? 'buyer' : relation === 'other' ? (customer ?? '') : null,
      isDuplicateMeant: isDuplicateMeant === 'on',
    };
  });
