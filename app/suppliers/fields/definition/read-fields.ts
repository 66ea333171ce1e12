import { fields } from '../index';
import type { FieldDefinition, FormPlace, PartyKind } from './define-field';
import type { typedKnown, typedLines } from './typed-lists';

export type Fields = typeof fields;
export type FieldKey = keyof Fields;
type TypeName = Fields[FieldKey]['type']['name'];

/** All definitions, in the order of the index. */
export const definitions: readonly (FieldDefinition & { key: FieldKey })[] = Object.values(fields);
export const isFieldKey = (key: string): key is FieldKey => Object.hasOwn(fields, key);
/** A definition without the literal types of its own file. */
export const definitionOf = (key: FieldKey): FieldDefinition => fields[key];

/** One part of every definition, by key. */
export const ofEach = <Part>(read: (definition: FieldDefinition) => Part): Record<FieldKey, Part> =>
  Object.fromEntries(definitions.map((definition) => [definition.key, read(definition)])) as Record<FieldKey, Part>;

export type KeysOfType<Name extends TypeName> = { [Key in FieldKey]: Fields[Key]['type']['name'] extends Name ? Key : never }[FieldKey];
/** The fields of one type, in the order of the index. */
export const keysOfType = <Name extends TypeName>(name: Name): KeysOfType<Name>[] =>
  definitions.filter(({ type }) => type.name === name).map(({ key }) => key as KeysOfType<Name>);

type FormKey<Kind extends PartyKind> = {
  [Key in FieldKey]: Fields[Key] extends { form: infer Form } ? (Kind extends keyof Form ? Key : never) : never;
}[FieldKey];
type AnswerKey<Key extends FieldKey> = Key extends FieldKey
  ? Fields[Key]['type']['typed'] extends typeof typedLines
    ? `${Key}Known`
    : never
  : never;
/** The controls of a form by name: of a list with three answers also the answer. */
export type FormShape<Kind extends PartyKind> = {
  [Key in FormKey<Kind>]: NonNullable<Fields[Key]['type']['typed']>;
} & { [Key in AnswerKey<FormKey<Kind>>]: typeof typedKnown };

export type FormField = { definition: FieldDefinition & { key: FieldKey }; place: FormPlace };
/** The fields of a form in its order. */
export function formFields(kind: PartyKind): FormField[] {
  const placed = definitions.flatMap((definition) => {
    const place = definition.form?.[kind];
    return place ? [{ definition, place }] : [];
  });
  return placed.sort((a, b) => a.place.order - b.place.order);
}
