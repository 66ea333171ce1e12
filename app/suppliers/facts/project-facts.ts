import { type FactField, factSchemas, type FactValues, isFactField, isFactValue } from './fact-fields';

/** One row of Fact. */
export type FactRecord = { id: string; values: unknown; recordedAt: Date; sourceId: string };
export type KnownFact<Field extends FactField> = { value: NonNullable<FactValues[Field]>; sourceId: string; recordedAt: Date };
export type Projection = { [Field in FactField]?: KnownFact<Field> };

/**
 * What is known of a party: per field the newest record wins, and of records of the same instant the one with the greater id.
 * A null withdraws the field. With `knownOn`, records made after that instant do not count.
 * Values that do not fit their field are passed over, as if never recorded.
 */
export function projectFacts(facts: readonly FactRecord[], options: { knownOn?: Date } = {}): Projection {
  const newest = new Map<FactField, FactRecord>();
  for (const fact of facts) {
    if (options.knownOn && fact.recordedAt.getTime() > options.knownOn.getTime()) continue;
    for (const [field, value] of Object.entries(valuesOf(fact))) {
      if (!isFactField(field) || (value !== null && !isFactValue(field, value))) continue;
      const known = newest.get(field);
      if (!known || isNewer(fact, known)) newest.set(field, fact);
    }
  }
  const projection: Projection = {};
  for (const [field, fact] of newest) place(projection, field, fact);
  return projection;
}

function place<Field extends FactField>(projection: Projection, field: Field, fact: FactRecord): void {
  const value = valuesOf(fact)[field];
  if (value === null || value === undefined || !isFactValue(field, value)) return;
  Object.assign(projection, { [field]: { value, sourceId: fact.sourceId, recordedAt: fact.recordedAt } });
}

/** The values of a projection without their sources. */
export function valuesOfProjection(projection: Projection): FactValues {
  return Object.fromEntries(Object.entries(projection).map(([field, known]) => [field, known.value]));
}

/** The fields of `next` whose value differs from what is known; a field that is unknown and stays so is left out. */
export function changedValues(known: FactValues, next: FactValues): FactValues {
  const fields = Object.keys(factSchemas).filter(isFactField);
  return Object.fromEntries(
    fields
      .filter((field) => field in next && JSON.stringify(next[field] ?? null) !== JSON.stringify(known[field] ?? null))
      .map((field) => [field, next[field] ?? null]),
  );
}

function valuesOf(fact: FactRecord): Record<string, unknown> {
  return typeof fact.values === 'object' && fact.values !== null && !Array.isArray(fact.values) ? { ...fact.values } : {};
}

function isNewer(fact: FactRecord, than: FactRecord): boolean {
  const difference = fact.recordedAt.getTime() - than.recordedAt.getTime();
  return difference > 0 || (difference === 0 && fact.id > than.id);
}
