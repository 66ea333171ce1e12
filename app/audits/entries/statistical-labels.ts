import type { Truth } from '#scoring';
import { m } from '~/paraglide/messages';
import type { Say } from './definition-labels';

/** The reader's language unless a locale is given, as reports do. */
type Said = { locale?: Say['locale'] | undefined };
type Message = (inputs: Record<string, never>, options?: { locale?: Say['locale'] }) => string;
const options = ({ locale }: Said) => (locale === undefined ? {} : { locale });

const truths = {
  yes: m.screening_statistical_met,
  no: m.screening_statistical_not_met,
  unknown: m.screening_statistical_unknown,
} satisfies Record<Truth, Message>;
/** Whether an element of the statistical definition is met. */
export const truthLabel = (truth: Truth, said: Said = {}): string => truths[truth]({}, options(said));

/** All three elements together, with unknown elements taken as absent. */
export const lowerStatistical = ({ forcedLabour }: { forcedLabour: Truth }): Truth => (forcedLabour === 'yes' ? 'yes' : 'no');
/** The same, with unknown elements taken as present. */
export const upperStatistical = ({ forcedLabour }: { forcedLabour: Truth }): Truth => (forcedLabour === 'no' ? 'no' : 'yes');

const circumstances: Readonly<Record<string, Message>> = {
  work: m.screening_circumstance_work,
  V1: m.screening_circumstance_v1,
  V2: m.screening_circumstance_v2,
  V3: m.screening_circumstance_v3,
  V4: m.screening_circumstance_v4,
  V5: m.screening_circumstance_v5,
  V6: m.screening_circumstance_v6,
  V7: m.screening_circumstance_v7,
  V8: m.screening_circumstance_v8,
  V9: m.screening_circumstance_v9,
  M1: m.screening_circumstance_m1,
  M2: m.screening_circumstance_m2,
  M3: m.screening_circumstance_m3,
  M4: m.screening_circumstance_m4,
  M5: m.screening_circumstance_m5,
  M6: m.screening_circumstance_m6,
};
/** A circumstance of the definition, or `work`, by its code; an unknown code is returned unchanged. */
export const circumstanceLabel = (code: string, said: Said = {}): string => circumstances[code]?.({}, options(said)) ?? code;

const listOf = (codes: readonly string[], said: Said): string => codes.map((code) => circumstanceLabel(code, said)).join('; ');

/** The circumstances that show an element is met; empty where none was found. */
export const reasonWords = (codes: readonly string[], said: Said = {}): string =>
  codes.length === 0 ? '' : m.screening_statistical_rests({ circumstances: listOf(codes, said) }, options(said));

/** The circumstances that would decide the reading. */
export const settlingWords = (codes: readonly string[], said: Said = {}): string => listOf(codes, said);
