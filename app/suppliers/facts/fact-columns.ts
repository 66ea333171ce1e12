import type { FieldDefinition, PartyKind } from '~/suppliers/fields/definition/define-field';
import { definitions } from '~/suppliers/fields/definition/read-fields';
import { sortedSpendSql } from '~/suppliers/fields/definition/spend-text';

/** The value of a fact for its column, from the JSON object `values`, by the type of the field; text unless listed here. */
const expressions: Readonly<Record<string, (value: { json: string; text: string; digits: number }) => string>> = {
  people: ({ text }) => `(${text})::numeric::int`,
  number: ({ text, digits }) => `(${text})::numeric${digits === 0 ? '::int' : ''}`,
  share: ({ text }) => `(${text})::numeric`,
  spend: ({ text }) => sortedSpendSql(text),
  degrees: ({ text }) => `(${text})::numeric`,
  products: ({ json }) => textsOf(json),
  countries: ({ json }) => textsOf(json),
  choices: ({ json }) => textsOf(json),
  languages: ({ json }) => textsOf(json),
  identifiers: ({ json }) => `CASE WHEN jsonb_typeof(${json}) = 'object' THEN ${json} ELSE '{}' END`,
};
const textsOf = (json: string) =>
  `CASE WHEN jsonb_typeof(${json}) = 'array' THEN ARRAY(SELECT jsonb_array_elements_text(${json})) ELSE '{}' END`;

const expressionOf = ({ key, type }: FieldDefinition, values: string): string => {
  const text = `${values}->>'${key}'`;
  return expressions[type.name]?.({ json: `${values}->'${key}'`, text, digits: type.digits ?? 0 }) ?? text;
};

/** The columns of such a party that repeat its newest facts, each with its value from the JSON object `values` of them. */
export const factColumns = (kind: PartyKind, values: string): { column: string; value: string }[] =>
  definitions
    .filter(({ column }) => column?.includes(kind))
    .map((definition) => ({ column: `"${definition.key}"`, value: expressionOf(definition, values) }));
