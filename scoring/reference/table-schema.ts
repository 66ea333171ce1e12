import { z } from 'zod';
import { ruleIds, supplementIds } from '../vocabulary.ts';
import { fieldSchema, referenceConfidenceSchema } from './schema.ts';

const figureSchema = z.strictObject({
  unit: fieldSchema.shape.unit,
  direction: fieldSchema.shape.direction,
  /** Least and most possible value; null where there is no limit. */
  range: z.tuple([z.number().nullable(), z.number().nullable()]),
});

/** What a cell of a column can be, with what has to be known to read it. */
const kinds = {
  /** ISO 3166-1 alpha-2, or XK for Kosovo. */
  country: z.literal(true),
  /** A section, division, group or class of ISIC Rev.4. */
  sector: z.literal(true),
  /** A good as the list of goods names it. */
  good: z.literal(true),
  text: z.literal(true),
  year: z.literal(true),
  day: z.literal(true),
  /** 0 or 1. */
  flag: z.literal(true),
  yesNo: z.literal(true),
  confidence: z.literal(true),
  /** A code of the publisher, by its regular expression. */
  code: z.string().min(1),
  /** Codes or names, by their separator; a blank cell is an empty list. */
  list: z.enum([';', '|']),
  /** Every possible value with its meaning. */
  choice: z.record(z.string(), z.string().min(1)),
  number: figureSchema,
  integer: figureSchema,
};
type Kind = keyof typeof kinds;

const columnSchema = z
  .strictObject({
    ...z.object(kinds).partial().shape,
    /** What a list can contain, each with its meaning; a list without it contains any text. */
    of: z.record(z.string(), z.string().min(1)).optional(),
    /** What an empty cell means; a column without it has no empty cell. */
    blank: z.string().min(1).optional(),
  })
  .refine((column) => kindsOf(column).length === 1, 'exactly one kind')
  .refine((column) => column.of === undefined || column.list !== undefined, 'only a list has `of`');
export type Column = z.infer<typeof columnSchema>;

const kindsOf = (column: object): Kind[] => (Object.keys(kinds) as Kind[]).filter((kind) => kind in column);

/** `table.json` of a reference table: all that is said of it besides its vintages, which carry their own origin and licence. */
const definitionSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  /** Short names for lists; a vintage has the title of its publication. */
  title: z.strictObject({ en: z.string().min(1), fr: z.string().min(1), es: z.string().min(1) }),
  /** What one row is about. */
  row: z.string().min(1),
  /** The columns that identify a row, in their order. */
  key: z.record(z.string(), columnSchema),
  /** Further columns that the method or a page reads; a vintage may have more. */
  columns: z.record(z.string(), columnSchema),
  /** The rules and supplements that read the table, each with the place of the table among those it reads. */
  readBy: z.partialRecord(z.enum([...ruleIds, ...supplementIds]), z.number().int().min(1)),
  /** Pages that show the table although no rule reads it. */
  shownOn: z.array(z.enum(['countries'])),
  /** Where the publisher announces its next edition; null for a table of our own. */
  publisher: z.url().nullable(),
  /** Organizations may load editions of the table in its own columns. For tables of figures by country. */
  ownEditions: z.literal(true).optional(),
});
export const tableDefinitionSchema = definitionSchema.refine(
  ({ ownEditions, key, columns }) => ownEditions === undefined || canBeLoaded(key, columns),
  'only a table of figures and texts with one country in its key has `ownEditions`',
);
export type TableDefinition = z.infer<typeof tableDefinitionSchema>;

function canBeLoaded(key: Record<string, Column>, columns: Record<string, Column>): boolean {
  const isPlain = (column: Column) => ['year', 'number', 'integer', 'text'].some((kind) => kind in column);
  const [country, ...more] = Object.values(key).filter((column) => column.country);
  const others = [...Object.values(key), ...Object.values(columns)].filter((column) => column !== country);
  return country !== undefined && more.length === 0 && others.every(isPlain);
}

/** The schema of a row: cells as the vintages have them, in the columns of the definition, as typed values. */
export function rowSchemaOf({ key, columns }: Pick<TableDefinition, 'key' | 'columns'>): z.ZodObject {
  return z.object(Object.fromEntries(Object.entries({ ...key, ...columns }).map(([name, column]) => [name, cellSchemaOf(column)])));
}

function cellSchemaOf(column: Column): z.ZodType {
  const cell = filledSchemaOf(column);
  if (column.list !== undefined) return z.preprocess((text) => text ?? '', cell);
  return column.blank === undefined ? cell : cell.nullable();
}

function filledSchemaOf(column: Column): z.ZodType {
  const [kind] = kindsOf(column);
  switch (kind) {
    case 'country':
      return z.string().regex(/^[A-Z]{2}$/);
    case 'sector':
      return z.string().regex(/^([A-U]|\d{2,4})$/);
    case 'year':
      return z.number().int().min(1900).max(2100);
    case 'day':
      return z.iso.date();
    case 'flag':
      return z.union([z.literal(0), z.literal(1)]).transform((cell) => cell === 1);
    case 'yesNo':
      return z.enum(['yes', 'no']).transform((cell) => cell === 'yes');
    case 'confidence':
      return referenceConfidenceSchema;
    case 'code':
      return z.string().regex(new RegExp(column.code ?? ''));
    case 'list':
      return listSchema(column.list ?? ';', column.of);
    case 'choice':
      return z.enum(Object.keys(column.choice ?? {}));
    case 'number':
      return withinRange(z.number(), column.number?.range);
    case 'integer':
      return withinRange(z.number().int(), column.integer?.range);
    default:
      return z.string();
  }
}

function withinRange(schema: z.ZodNumber, [least, most]: readonly (number | null)[] = []): z.ZodNumber {
  return schema.min(least ?? Number.NEGATIVE_INFINITY).max(most ?? Number.POSITIVE_INFINITY);
}

const listSchema = (separator: string, of: Column['of']): z.ZodType =>
  z
    .string()
    .transform((text) =>
      text
        .split(separator)
        .map((each) => each.trim())
        .filter((each) => each !== ''),
    )
    .pipe(z.array(of === undefined ? z.string() : z.enum(Object.keys(of))));
