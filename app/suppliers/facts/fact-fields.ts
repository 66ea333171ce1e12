import type { z } from 'zod';
import { partyFactFields } from '#scoring';
import { type FieldKey, type Fields, isFieldKey, ofEach } from '~/suppliers/fields/definition/read-fields';

/**
 * The fields that a fact may contain, as JSON, of the definitions in suppliers/fields. Shares are 0 to 1, countries ISO 3166-1 alpha-2. `null` in a fact says
 * that the field is no longer known.
 */
export const factSchemas = ofEach(({ type }) => type.schema) as { readonly [Field in FieldKey]: Fields[Field]['type']['schema'] };

export type FactField = FieldKey;
/** Values of a fact: a missing key says nothing, null says "not known any more". */
export type FactValues = { [Field in FactField]?: z.infer<(typeof factSchemas)[Field]> | null };

export const isFactField: (field: string) => field is FactField = isFieldKey;

/** Whether a stored JSON value is a good value of the field. */
export function isFactValue<Field extends FactField>(field: Field, value: unknown): value is z.infer<(typeof factSchemas)[Field]> {
  const schema: z.ZodType = factSchemas[field];
  return schema.safeParse(value).success;
}

const [, ...factsOfParty] = partyFactFields;
/** The facts that the method reads of a supplier, in the order in which a page lists them. Its countries are those of its sites and its own. */
export const scoredFields = ['country', ...factsOfParty] as const satisfies readonly FactField[];
export type ScoredField = (typeof scoredFields)[number];
