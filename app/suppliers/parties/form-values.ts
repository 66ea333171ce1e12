import { z } from 'zod';
import { m } from '~/paraglide/messages';
import { latinDigits } from '~/platform/forms/latin-digits';

/**
 * A number as people type it: spaces and apostrophes are dropped, one comma is a decimal point; "1.250" is not guessed at.
 * Not given is null: unknown. `check` refuses with `message`.
 */
export function typedNumber(check: (value: number) => boolean, message: () => string) {
  return z
    .string()
    .optional()
    .transform((text, context) => {
      if (text === undefined) return null;
      const value = Number(
        latinDigits(text)
          .replace(/[\s\u202f\u00a0']/g, '')
          .replace(',', '.'),
      );
      if (Number.isFinite(value) && check(value)) return value;
      context.addIssue({ code: 'custom', message: message() });
      return z.NEVER;
    });
}

/** A percentage from 0 to 100 as a share from 0 to 1, to six decimals; null when not given. */
export function typedPercent() {
  return typedNumber((value) => value >= 0 && value <= 100, m.suppliers_error_percent).transform((value) =>
    value === null ? null : Math.round(value * 1e4) / 1e6,
  );
}

/** A percentage as typedPercent; "<5" or "*" is the placeholder of a share that is stored but not shown: `kept`. */
export function typedShare() {
  const percent = typedPercent();
  return z
    .string()
    .optional()
    .transform((text, context) => {
      if (text !== undefined && isKeptSign(text)) return 'kept' as const;
      const parsed = percent.safeParse(text);
      if (parsed.success) return parsed.data;
      context.addIssue({ code: 'custom', message: m.suppliers_error_percent() });
      return z.NEVER;
    });
}

/** Whether a field contains the placeholder of a share or count that is stored but not shown. */
export function isKeptSign(text: string): boolean {
  return /^\s*(<\s*5|\*)\s*$/.test(text);
}

/** A number of people, whole; null when not given. */
export function typedPeople() {
  return typedNumber((value) => Number.isInteger(value) && value >= 0 && value <= 2_000_000_000, m.suppliers_error_workers);
}

/** A text of at most `length` characters; null when empty. */
export function typedText(length: number) {
  return z
    .string()
    .trim()
    .max(length, { error: () => m.suppliers_error_too_long({ count: length }) })
    .optional()
    .transform((text) => text || null);
}

/** A name that must be given. */
export function typedName() {
  return z
    .string({ error: () => m.suppliers_error_name() })
    .trim()
    .min(1, { error: () => m.suppliers_error_name() })
    .max(500, { error: () => m.suppliers_error_too_long({ count: 500 }) });
}

/** One of the words, or null without a choice. */
export function typedChoice<Word extends string>(words: readonly [Word, ...Word[]]) {
  return z
    .enum(words)
    .optional()
    .catch(undefined)
    .transform((word) => word ?? null);
}

/** A country as ISO 3166-1 alpha-2; null when not given. */
export function typedCountry() {
  return z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .catch(undefined)
    .transform((code) => code ?? null);
}

/** A share as the percentage a form shows. */
export function percentOf(share: number | null | undefined): number | null {
  return share === null || share === undefined ? null : Math.round(share * 1e6) / 1e4;
}
