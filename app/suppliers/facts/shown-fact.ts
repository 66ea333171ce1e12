import { type KeysOfType, keysOfType } from '~/suppliers/fields/definition/read-fields';
import type { FactValues } from './fact-fields';
import type { KnownFact, Projection } from './project-facts';
import { percentOf } from '~/suppliers/parties/form-values';
import { shareSays } from '~/platform/privacy/protect-counts';

export const shareFields = keysOfType('share');
type ShareField = KeysOfType<'share'>;
export type ShownShare = number | 'under-5' | 'withheld';
/** Facts as a page may show them: a share that would give away a small group is a word. */
export type ShownValues = Omit<FactValues, ShareField> & { [Field in ShareField]?: ShownShare | null };
type ShownKnown<Field> = Field extends ShareField ? Omit<KnownFact<Field>, 'value'> & { value: ShownShare } : never;
export type ShownProjection = Omit<Projection, ShareField> & { [Field in ShareField]?: ShownKnown<Field> };
const shares: ReadonlySet<string> = new Set<string>(shareFields);

/** A fact as it may be shown: a share that would give away a small group becomes the word for it. `workers`: heads of the site or supplier. */
export function shownFact<Value>(field: string, value: Value, workers: number | null | undefined): Value | 'under-5' | 'withheld' {
  if (!shares.has(field) || typeof value !== 'number') return value;
  const says = shareSays(value, workers);
  return says === 'shown' ? value : says;
}

/** All values of a party as a page or its activity may show them. */
export function shownValues(values: Readonly<Record<string, unknown>>, workers: number | null | undefined): ShownValues {
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [field, shownFact(field, value, workers)]));
}

/** Recorded values by the heads that they name themselves, and by those that are known of the party: what either gives away is a word. */
export function shownRecord(values: Readonly<Record<string, unknown>>, workers: number | null | undefined): Record<string, unknown> {
  return { ...shownValues(shownValues(values, typeof values.workers === 'number' ? values.workers : null), workers) };
}

/** What is known of a party with its sources, as a page may show it. */
export function shownProjection(projection: Projection): ShownProjection {
  const workers = projection.workers?.value;
  return Object.fromEntries(
    Object.entries(projection).map(([field, known]) => [field, { ...known, value: shownFact(field, known.value, workers) }]),
  );
}

/** The fields of facts that give away a small group. */
export function hiddenShares(values: Readonly<Record<string, unknown>>, workers: number | null | undefined): Set<string> {
  return new Set(shareFields.filter((field) => typeof shownFact(field, values[field], workers) === 'string'));
}

/** A share as the percentage of a form, or the placeholder of one that is stored but not shown. */
export function shareText(share: ShownShare | null | undefined): number | string | null {
  return share === 'under-5' ? '<5' : share === 'withheld' ? '*' : percentOf(share);
}
