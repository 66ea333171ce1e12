import { z } from 'zod';
import { type PlainColumn, plainColumns } from '~/suppliers/fields/definition/import-columns';
import type { Fields } from '~/suppliers/fields/definition/read-fields';
import { spendPattern } from '~/suppliers/fields/definition/spend-text';
import { evidenceKinds } from './clean/country-evidence/evidence-kinds';
import type { Field } from './fields';

const share = z.number().min(0).max(1).nullable();
const text = z.string().min(1).nullable();

type PlainSchema<Key extends PlainColumn> = z.ZodDefault<z.ZodNullable<Fields[Key]['type']['schema']>>;
/** Fields that are read by their type. Rows that were staged before a field was known lack it. */
const plainShape = Object.fromEntries(
  plainColumns.map(({ column, definition }) => [column, definition.type.schema.nullable().default(null)]),
) as { [Key in PlainColumn]: PlainSchema<Key> };

/** What a list says of a person at a supplier; at least one of these is known. */
export const contactSchema = z.object({
  name: z.string().min(1).nullable(),
  role: z.string().min(1).nullable(),
  email: z.string().min(3).nullable(),
  phone: z.string().min(1).nullable(),
});
export type ListedContact = z.infer<typeof contactSchema>;

/** One row, cleaned. null and empty lists are *unknown*. Shares 0 to 1, countries alpha-2, degrees WGS 84, dates ISO 8601. */
export const importRecordSchema = z.object({
  ...plainShape,
  supplierName: z.string().min(1),
  siteName: text,
  publicId: text,
  osId: text,
  externalId: text,
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  address: text,
  lat: z.number().min(-90).max(90).nullable(),
  lng: z.number().min(-180).max(180).nullable(),
  sector: z
    .string()
    .regex(/^\d{2}(\d{2})?$/)
    .nullable(),
  /** Where the sector is a guess: the sector, the words it was read from, what they were recognised by, and in which list. */
  sectorGuess: z.object({ sector: z.string(), words: z.string(), by: z.string(), list: z.string() }).nullable().default(null),
  products: z.array(z.string().min(1)),
  /** Product → the good of the List of Goods that its words name, guessed or decided. */
  listedGoods: z.record(z.string(), z.string()).default({}),
  subcontractors: z.array(z.string().min(1)),
  labourProviders: z.array(z.string().min(1)),
  /** The company above the parent company. */
  group: text.default(null),
  /**
   * The factory of another company at which the row's supplier has its goods made. `country`: at the end of its name, else of the row where the place
   * of the row is the factory's (`isHere`).
   */
  producer: z
    .object({ name: z.string().min(1), country: z.string().length(2).nullable(), isHere: z.boolean().default(false) })
    .nullable()
    .default(null),
  /** The suppliers of further tiers that the row names, the nearest first: each supplies the one before it, where no tier between them is missing. */
  upstream: z
    .array(
      z.object({
        tier: z.union([z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
        name: z.string().min(1),
        country: z.string().length(2).nullable(),
      }),
    )
    .default([]),
  /** The countries that the goods of this row go to. */
  destination: z.array(z.string().regex(/^[A-Z]{2}$/)).default([]),
  /** Where the country is a guess: what it was read from. */
  countryGuess: z.enum(evidenceKinds).nullable().default(null),
  /** Whom this row's supplier supplies, when it is not the organization. */
  customer: text.default(null),
  /** The others, where the row names several: which share or order is whose is not known. */
  otherCustomers: z.array(z.string().min(1)).default([]),
  /** Of what the customer buys, the share that comes from here. */
  supplyShare: share.default(null),
  year: z.number().int().min(1900).max(2199).nullable().default(null),
  /** What the row orders or delivers. A unit or currency that is null is unknown, never the one of another row. */
  order: z
    .object({
      number: text,
      date: z.iso.date().nullable(),
      volumes: z.array(z.object({ amount: z.number().min(0), unit: text })),
      value: z.object({ amount: z.number().min(0), currency: text }).nullable(),
    })
    .nullable()
    .default(null),
  tier: z.number().int().min(1).max(10).nullable(),
  lei: text,
  // Rows staged before these two were known lack them.
  duns: text.default(null),
  registration: text.default(null),
  taxNumber: text.default(null),
  annualSpend: z.string().regex(spendPattern).nullable().default(null),
  /** A person at the supplier: never a fact. Taken out of the row once it is recorded as a contact. */
  contact: contactSchema.nullable().default(null),
  asOf: z.iso.date().nullable(),
});
export type ImportRecord = z.infer<typeof importRecordSchema>;

/** Why a cell is understood otherwise than it is written. */
export const changeReasons = ['cleaned', 'garbled', 'edited', 'fixed'] as const;
export type ChangeReason = (typeof changeReasons)[number];

/** What cleaning changed in a cell: as written, and as understood. `column` is its 0-based position. */
export type CellChange = { column: number; field: Field; reason: ChangeReason; before: string; after: string };
