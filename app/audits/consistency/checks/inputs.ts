import { judge, type Judged } from '../judge';
import type { Limits } from '../parameters';
import type { ConsistencyRecord, Input, Kept, RecordedValue } from '../record';
import { type Found, inputsOf } from '../rule';

/** An answer or figure as an input; none where it is not recorded. */
export function given(record: ConsistencyRecord, ...keys: readonly string[]): Input[] {
  return keys.flatMap((key) => {
    const found = record.values.get(key);
    return found ? inputsOf(key, found) : [];
  });
}

/** The answers and figures as recorded, without what follows from another edition. */
export const recordedValues = (record: ConsistencyRecord): (readonly [string, RecordedValue])[] =>
  [...record.values].filter(([, { from }]) => from === undefined);

export function numberOf(record: ConsistencyRecord, key: string): number | null {
  const value = record.values.get(key)?.value;
  return typeof value === 'number' ? value : null;
}

/** What the audit itself answered; the supplier's own answers are left out. */
export function judged(record: ConsistencyRecord, key: string, limit: Limits): Judged {
  const found = record.values.get(key);
  return found === undefined || found.isOwn ? null : judge(key, found.value, limit);
}

export const areJudged = (record: ConsistencyRecord, keys: readonly string[], is: Judged, limit: Limits): string[] =>
  keys.filter((key) => judged(record, key, limit) === is);

/** An input that is no single answer: a figure of the plan, or of a list of entries. */
export const figure = (key: string, value: string | number): Input => ({ key, value, on: null });

/** Headcount: as planned, else as recorded of the site. */
export const headcount = (record: ConsistencyRecord): number | null => record.plan.workers ?? numberOf(record, 'site.workers');

export const days = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
export const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, each) => total + each, 0);
/** To two decimals, so that a figure is the same on every device. */
export const rounded = (value: number): number => Math.round(value * 100) / 100;

/** Samples of a file are many: one hit for each file, with how many of its samples it finds. */
export function ofFiles<Value extends { file?: string | undefined }>(
  samples: readonly Kept<Value>[],
  isFound: (sample: Kept<Value>) => boolean,
  name: string,
): Found[] {
  const files = new Set(samples.flatMap(({ value }) => value.file ?? []));
  return [...files].sort().flatMap((file) => {
    const own = samples.filter(({ value }) => value.file === file);
    const found = own.filter(isFound).length;
    return found === 0 ? [] : [{ subject: file, inputs: [figure(name, `${found}/${own.length}`)] }];
  });
}
