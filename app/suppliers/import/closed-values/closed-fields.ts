import type { RememberedField } from '~/suppliers/classification/term-key';
import type { Field } from '../pipeline/fields';

/** Columns whose values come from a closed list, and what their values are remembered as. */
const closed: Partial<Record<Field, RememberedField>> = {
  country: 'country',
  destination: 'country',
  sector: 'sector',
  product: 'product',
  tier: 'tier',
};
/** What the values of a column are remembered as; null for a column of free values. */
export const closedFieldOf = (field: Field | undefined): RememberedField | null => (field && closed[field]) ?? null;

/** Where a value is: nothing was read from it, read as a guess, decided by a member, or read with certainty. */
export const valueStates = ['open', 'guess', 'decided', 'read'] as const;
export type ValueState = (typeof valueStates)[number];

export type ClosedValue = {
  value: string;
  count: number;
  row: number;
  state: ValueState;
  /** As what it is read; null for nothing. */
  read: string | null;
  /** What accepting all suggestions makes of it; null where it stays as it is. */
  proposal: string | null;
};
/** A value on a page, with what it was recognised by and what else it may mean. */
export type ShownValue = ClosedValue & { by: { text: string; source: string } | null; candidates: string[] };

export type ClosedValuesPage = {
  values: ShownValue[];
  /** Of all values of the column, before search and filter. */
  states: Record<ValueState, number>;
  proposals: number;
  /** Names of the codes on the page. */
  labels: Record<string, string>;
  total: number;
  after: string | null;
  before: string | null;
};
