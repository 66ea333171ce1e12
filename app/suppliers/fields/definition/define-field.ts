import type { Counting } from './counting';
import type { AnyFieldType } from './field-types';
import type { Text } from './text';

/** Of whom a field is recorded. */
export type PartyKind = 'supplier' | 'site' | 'labourRecruiter';
/** Parts of a supplier's form, in its order. The forms of sites and recruiters have no parts. */
export const formParts = ['identity', 'products', 'workforce', 'conditions'] as const;
export type FormPart = (typeof formParts)[number];

/** Where a field is in a form, by rising `order`, and what is said of it there. */
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

export type FieldDefinition = {
  key: string;
  of: readonly PartyKind[];
  type: AnyFieldType;
  label: Text;
  counts: Counting;
  form?: Readonly<Partial<Record<PartyKind, FormPlace>>>;
};

/** A field of suppliers, sites or labour recruiters: everything that the application knows of it. README.md says what each part does. */
export const defineField = <const Definition extends FieldDefinition>(definition: Definition): Definition => definition;
