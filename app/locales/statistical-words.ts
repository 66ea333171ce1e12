import type { Truth } from '#scoring';
import { m } from '~/paraglide/messages';
import type { Say } from './definition-words';

/** The reader's language where none is named; a report names its own. */
type Said = { locale?: Say['locale'] | undefined };
type Message = (inputs: Record<string, never>, options?: { locale?: Say['locale'] }) => string;
const options = ({ locale }: Said) => (locale === undefined ? {} : { locale });

const truths = {
  yes: m.screening_statistical_met,
  no: m.screening_statistical_not_met,
  unknown: m.screening_statistical_unknown,
} satisfies Record<Truth, Message>;
/** Whether an element of the statistical definition is met. */
export const truthWord = (truth: Truth, said: Said = {}): string => truths[truth]({}, options(said));

/** All three elements together, what nobody knows taken as absent. */
export const lowerStatistical = ({ forcedLabour }: { forcedLabour: Truth }): Truth => (forcedLabour === 'yes' ? 'yes' : 'no');
/** The same, taken as present. */
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
/** A circumstance of the definition, or `work`, by its code; the code itself where it is not known. */
export const circumstanceWord = (code: string, said: Said = {}): string => circumstances[code]?.({}, options(said)) ?? code;

const listOf = (codes: readonly string[], said: Said): string => codes.map((code) => circumstanceWord(code, said)).join('; ');

/** What an element that is met rests on; empty where nothing was seen. */
export const reasonWords = (codes: readonly string[], said: Said = {}): string =>
  codes.length === 0 ? '' : m.screening_statistical_rests({ circumstances: listOf(codes, said) }, options(said));

/** What would settle the reading. */
export const settlingWords = (codes: readonly string[], said: Said = {}): string => listOf(codes, said);
