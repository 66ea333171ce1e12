import { definitions, type FieldKey, type Fields } from './read-fields';

export type AskedKey = { [Key in FieldKey]: Fields[Key] extends { question: object } ? Key : never }[FieldKey];

/** The fields that questionnaires can ask for, in the order of the builder. A share is answered in percent, another number as a ratio. */
export const askedFields = definitions
  .flatMap(({ key, type, question }) =>
    question ? [{ key: key as AskedKey, unit: type.name === 'share' ? ('share' as const) : ('ratio' as const), ...question }] : [],
  )
  .sort((a, b) => a.order - b.order);
export const askedKeys: readonly AskedKey[] = askedFields.map(({ key }) => key);
