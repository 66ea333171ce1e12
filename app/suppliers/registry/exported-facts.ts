import { z } from 'zod';
import type { FieldDefinition } from '~/suppliers/fields/definition/define-field';
import { definitions, type FieldKey, type Fields } from '~/suppliers/fields/definition/read-fields';

type TextType = 'text' | 'country' | 'sector' | 'choice' | 'spend';
type ExportedKey = { [Key in FieldKey]: Fields[Key] extends { export: object } ? Key : never }[FieldKey];
type Cell<Key extends FieldKey> = Fields[Key]['type']['name'] extends TextType ? z.ZodString : z.ZodNumber;

/** The type of the column of a field in SQL. Lists and objects are not exported. */
function sqlType({ type }: FieldDefinition): 'text' | 'int' | 'numeric' {
  if (type.name === 'people' || (type.name === 'number' && !type.digits)) return 'int';
  return ['number', 'share', 'degrees'].includes(type.name) ? 'numeric' : 'text';
}

/** The facts of a supplier that queries of suppliers read and files show, each from the column of its name. */
export const exportedFacts = definitions.flatMap((definition) =>
  definition.export ? [{ key: definition.key as ExportedKey, sqlType: sqlType(definition), ...definition.export }] : [],
);

/** The part of a row of such a query. */
export const exportedShape = Object.fromEntries(
  exportedFacts.map((fact) => [fact.key, fact.sqlType === 'text' ? z.string().nullable() : z.number().nullable()]),
) as { [Key in ExportedKey]: z.ZodNullable<Cell<Key>> };
export type ExportedFacts = { [Key in ExportedKey]: z.infer<Cell<Key>> | null };
