import { z } from 'zod';

/** What a column can hold. `ignore` keeps the raw cell with its row and makes no fact of it. */
export const fields = [
  'supplierName',
  'siteName',
  'publicId',
  'osId',
  'externalId',
  'country',
  'address',
  'city',
  'region',
  'postalCode',
  'lat',
  'lng',
  'sector',
  'product',
  'workers',
  'femaleShare',
  'migrantShare',
  'agencyShare',
  'subcontractors',
  'labourProviders',
  'parentCompany',
  'tier',
  'lei',
  'duns',
  'registration',
  'supplierType',
  'asOf',
  'ignore',
] as const;
export const fieldSchema = z.enum(fields);
export type Field = z.infer<typeof fieldSchema>;

/** One field per column, in the order of the header. */
export const mappingSchema = z.object({
  columns: z.array(fieldSchema),
  /** Said once for all rows that do not say it themselves. */
  defaults: z.object({
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
    sector: z
      .string()
      .regex(/^\d{2}(\d{2})?$/)
      .optional(),
    product: z.string().min(1).max(200).optional(),
  }),
});
export type Mapping = z.infer<typeof mappingSchema>;

/** Fields that may be chosen for more than one column; their cells are joined. */
export const repeatableFields: ReadonlySet<Field> = new Set(['ignore', 'address', 'product', 'subcontractors', 'labourProviders']);

/** Fields that are chosen twice although they may be chosen once, and whether a name is there at all. Empty arrays when all is well. */
export function mappingFaults(mapping: Mapping): { repeated: Field[]; nameMissing: boolean } {
  const seen = new Set<Field>();
  const repeated = new Set<Field>();
  for (const field of mapping.columns) {
    if (seen.has(field) && !repeatableFields.has(field)) repeated.add(field);
    seen.add(field);
  }
  return { repeated: [...repeated], nameMissing: !seen.has('supplierName') && !seen.has('siteName') };
}
