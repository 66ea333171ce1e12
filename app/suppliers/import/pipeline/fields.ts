import { z } from 'zod';
import { type FieldColumn, importColumns } from '~/suppliers/fields/definition/import-columns';

/** Columns that say who a row is about, what it is linked to or of what day it is, each with its place among those to choose from. */
const otherColumns = {
  ...{ supplierName: 10, siteName: 20, publicId: 30, osId: 40, externalId: 50, subcontractors: 190, labourProviders: 200, group: 220 },
  ...{
    ...{ producer: 225, producerHere: 226 },
    coordinates: 125,
    customer: 230,
    ...{ tier2: 231, tier2Country: 232, tier3: 233, tier3Country: 234, tier4: 235, tier4Country: 236, tier5: 237, tier5Country: 238 },
    supplyShare: 240,
    year: 250,
    ...{ orderNumber: 252, orderDate: 254, volume: 256, volumeUnit: 258, orderValue: 260, currency: 262 },
    lei: 270,
    duns: 280,
    registration: 290,
    taxNumber: 295,
    contactName: 297,
    contactRole: 298,
    contactEmail: 299,
    contactPhone: 300,
    asOf: 310,
    ignore: 1_000,
  },
};
export type OtherColumn = keyof typeof otherColumns;
export type Field = OtherColumn | FieldColumn;

/** What a column can contain: the fields of suppliers and sites that are read from lists, and the others. `ignore` keeps the raw cell with its row and makes no fact of it. */
export const fields: readonly Field[] = [
  ...importColumns.map(({ column, rule }) => ({ column, order: rule.order })),
  ...Object.entries(otherColumns).map(([column, order]) => ({ column: column as OtherColumn, order })),
]
  .sort((a, b) => a.order - b.order)
  .map(({ column }) => column);
export const fieldSchema = z.enum(fields);

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
  /** Whether the listed parties (of `edges`: those that supply no other party) supply the organization itself. */
  suppliesUs: z.boolean().default(true),
  /** Applies to all rows without a value of their own. */
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
    /** Unit of volumes, and currency of values, that the list leaves unstated. */
    unit: z.string().min(1).max(30).optional(),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .optional(),
  }),
});
export type Mapping = z.infer<typeof mappingSchema>;
/** A mapping as a form or a caller says it: a list of own suppliers unless it says otherwise. */
export type MappingChoice = z.input<typeof mappingSchema>;

/** Fields that tell who a row speaks of without a name. */
const referenceFields: ReadonlySet<Field> = new Set(['externalId', 'osId', 'publicId']);

/** Fields that may be chosen for more than one column; their cells are joined. */
export const repeatableFields: ReadonlySet<Field> = new Set([
  'ignore',
  'address',
  'product',
  'subcontractors',
  'labourProviders',
  'volume',
]);

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
  const isNamed = (['supplierName', 'siteName', 'tier2', 'tier3', 'tier4', 'tier5'] as const).some((field) => seen.has(field));
  const isReferred = mapping.shape === 'edges' && seen.has('customer') && [...referenceFields].some((field) => seen.has(field));
  return {
    repeated: [...repeated],
    nameMissing: !isNamed && !isReferred,
    customerMissing: mapping.shape === 'edges' && !seen.has('customer'),
  };
}
