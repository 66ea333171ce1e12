import type { z } from 'zod';
import type { PartyKind } from './define-field';
import { type FormShape, formFields } from './read-fields';
import { linesOf, listed, typedKnown, typedLines } from './typed-lists';

/** What a form of such a party reads, by the names of its controls. */
export function formShape<Kind extends PartyKind>(kind: Kind): FormShape<Kind>;
export function formShape(kind: PartyKind): Record<string, z.ZodType> {
  const shape: Record<string, z.ZodType> = {};
  for (const { definition } of formFields(kind)) {
    const { key, type } = definition;
    if (type.linesToItems) shape[`${key}Known`] = typedKnown;
    if (type.typed) shape[key] = type.typed;
  }
  return shape;
}

/** The values of such a form, the name left out. A share that the form shows as a sign stays as it is recorded: it is left out too. */
export function valuesOfForm(kind: PartyKind, typed: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const { definition } of formFields(kind)) {
    const { key, type } = definition;
    const value = type.linesToItems
      ? listed(typedKnown.parse(typed[`${key}Known`]), type.linesToItems(linesOf(typedLines.parse(typed[key]))))
      : typed[key];
    if (key !== 'name' && value !== 'kept') values[key] = value;
  }
  return values;
}
