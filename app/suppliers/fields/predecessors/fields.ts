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
  'group',
  'customer',
  'supplyShare',
  'year',
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

/**
 * What the rows of a table are: suppliers and sites; the same by Open Supply Hub's template; sites with the companies above them;
 * who supplies whom.
 */
export const tableShapes = ['list', 'osh', 'hierarchy', 'edges'] as const;
export type TableShape = (typeof tableShapes)[number];

/** One field per column, in the order of the header. */
export const mappingSchema = z.object({
  columns: z.array(fieldSchema),
  shape: z.enum(tableShapes).default('list'),
  /** Whether who is listed (of `edges`: who is nobody's supplier) supplies the organization itself. */
  suppliesUs: z.boolean().default(true),
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
/** A mapping as a form or a caller says it: a list of own suppliers unless it says otherwise. */
export type MappingChoice = z.input<typeof mappingSchema>;

/** Fields that tell who a row speaks of without a name. */
const referenceFields: ReadonlySet<Field> = new Set(['externalId', 'osId', 'publicId']);

/** Fields that may be chosen for more than one column; their cells are joined. */
export const repeatableFields: ReadonlySet<Field> = new Set(['ignore', 'address', 'product', 'subcontractors', 'labourProviders']);

/** Fields that are chosen twice although they may be chosen once, and whether a name is there at all (of `edges` a number will do), and the other end. Empty and false when all is well. */
export function mappingFaults(mapping: Pick<Mapping, 'columns'> & Partial<Pick<Mapping, 'shape'>>): {
  repeated: Field[];
  nameMissing: boolean;
  customerMissing: boolean;
} {
  const seen = new Set<Field>();
  const repeated = new Set<Field>();
  for (const field of mapping.columns) {
    if (seen.has(field) && !repeatableFields.has(field)) repeated.add(field);
    seen.add(field);
  }
  const isNamed = seen.has('supplierName') || seen.has('siteName');
  const isReferred = mapping.shape === 'edges' && seen.has('customer') && [...referenceFields].some((field) => seen.has(field));
  return {
    repeated: [...repeated],
    nameMissing: !isNamed && !isReferred,
    customerMissing: mapping.shape === 'edges' && !seen.has('customer'),
  };
}
