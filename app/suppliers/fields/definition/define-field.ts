import type { Counting } from './counting';
import type { AnyFieldType } from './field-types';
import type { Text } from './text';

/** Of whom a field is recorded. */
export type PartyKind = 'supplier' | 'site' | 'labourRecruiter';
/** Parts of a supplier's form, in its order. The forms of sites and recruiters have no parts. */
export const formParts = ['identity', 'products', 'workforce', 'conditions'] as const;
export type FormPart = (typeof formParts)[number];

/** Position of a field in a form, by rising `order`, with its label and hint. */
export type FormPlace = {
  part?: FormPart;
  order: number;
  /** Instead of the field's label. */
  label?: Text;
  hint?: Text;
  isWide?: true;
  isRequired?: true;
  /** Marked as one that may stay empty. */
  isOptional?: true;
  maxLength?: number;
  autoComplete?: 'off';
};

/** How a field is read from a list of suppliers. */
export type ImportColumn = {
  /** Its name in mappings and rows, where it is not the key of the field. */
  column?: string;
  /** Its place among the columns to choose from; of two fields with the same header the first takes it. */
  order: number;
  /** Instead of the field's label. */
  label?: Text;
  /** Whose fact a row makes of it. Left out: a rule of the import says (`import/pipeline/plan-facts.ts`). */
  to?: readonly ('supplier' | 'site')[];
  /** Of a supplier it is what its sites add up to: people in all, shares by people. Its column is in Site. */
  isAddedUp?: true;
  /** Its cells are read by a rule of their own (`import/pipeline/validate.server.ts`), the others by the type of the field. */
  isReadApart?: true;
};

export type FieldDefinition = {
  key: string;
  of: readonly PartyKind[];
  type: AnyFieldType;
  label: Text;
  counts: Counting;
  form?: Readonly<Partial<Record<PartyKind, FormPlace>>>;
  import?: ImportColumn;
  /** Those in whose table the field has a column of its name, for lists, filters and maps (`prisma/schema.prisma`). */
  column?: readonly PartyKind[];
  /** The column of files of suppliers, by rising `order` among those of `registry/supplier-cells.ts`; the field has a column of suppliers. */
  export?: { heading: string; order: number };
  /** Its row in reports and calculations, by rising `order`, with what is called otherwise there. */
  report?: { order: number; label?: Text; choices?: Readonly<Record<string, Text>> };
  /** A questionnaire can ask for it (`scoring/instruments/question-schema.ts` lists these): its English text in a new question, its name in the builder, and the answers that are accepted of a ratio. */
  question?: { order: number; text: string; label: Text; range?: readonly [number, number] };
};

/** A field of suppliers, sites or labour recruiters: everything that the application knows of it. README.md says what each part does. */
export const defineField = <const Definition extends FieldDefinition>(definition: Definition): Definition => definition;

type HeaderLanguage = 'en' | 'fr' | 'de' | 'es' | 'pt' | 'it' | 'nl' | 'vi' | 'tr' | 'id' | 'zh' | 'ja' | 'ko';
/** Column headers of a field in lists, by language, folded by `foldHeader`. */
export type Headers = Readonly<Partial<Record<HeaderLanguage, readonly string[]>>> & {
  /** Parts of a longer header that tell the field; those of the lowest rank are looked for first. */
  telling?: { rank: number; words: readonly string[] };
};

/** Beside the field and not in it, so that a browser's file leaves the words out. */
export const defineHeaders = (headers: Headers): Headers => headers;
