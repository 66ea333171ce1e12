import { z } from 'zod';
import { type Text, textOf } from './text';

/** Never one to four people as a number: a form keeps small groups as words (platform/privacy/protect-counts.ts). */
export const groupSchema = z.union([
  z
    .number()
    .int()
    .min(0)
    .max(2_000_000_000)
    .refine((count) => count === 0 || count >= 5),
  z.enum(['under-5', 'withheld']),
]);
const countError: Text = {
  en: 'Enter a whole number, <5 for a small group, or leave it empty.',
  fr: 'Indiquez un nombre entier, <5 pour un petit groupe, ou laissez vide.',
  es: 'Escriba un número entero, <5 para un grupo pequeño, o deje el campo vacío.',
};
/** `#` is the number of the line. */
const lineError: Text = {
  en: 'Line #: enter a two-letter country code and a number, for example NP 53.',
  fr: 'Ligne # : indiquez un code de pays à deux lettres et un nombre, par exemple NP 53.',
  es: 'Línea #: escriba un código de país de dos letras y un número, por ejemplo NP 53.',
};

type Count = z.infer<typeof groupSchema>;

/** A count as people type it: a whole number, "<5" for a small group, "*" for one that is kept back. Null when it is none of these. */
export function readCount(text: string): Count | null {
  const typed = text.replace(/[\s\u202f\u00a0']/g, '');
  if (typed === '<5') return 'under-5';
  if (typed === '*') return 'withheld';
  const value = /^\d+$/.test(typed) ? Number(typed) : Number.NaN;
  return value <= 2_000_000_000 ? value : null;
}

/** The same the other way, for the form. */
export function countText(count: Count | null | undefined): string | null {
  return count === 'under-5' ? '<5' : count === 'withheld' ? '*' : count === null || count === undefined ? null : String(count);
}

/** A number of people, or a group too small to be shown as a number; null when not given. */
export function typedCount() {
  return z
    .string()
    .optional()
    .transform((text, context) => {
      if (text === undefined) return null;
      const count = readCount(text);
      if (count !== null) return count;
      context.addIssue({ code: 'custom', message: textOf(countError) });
      return z.NEVER;
    });
}

/** Migrants by origin, a line each: "NP 53". Null when not given; a line that is none is named by its number. */
export function typedOrigins() {
  return z
    .string()
    .max(5000)
    .optional()
    .transform((text, context) => {
      const lines = (text ?? '').split('\n').map((line) => line.trim());
      const origins: Record<string, Count> = {};
      lines.forEach((line, index) => {
        if (line === '') return;
        const [, code = '', rest = ''] = /^([A-Za-z]{2})[\s:;,]+(.+)$/.exec(line) ?? [];
        const count = readCount(rest);
        if (code === '' || count === null) context.addIssue({ code: 'custom', message: textOf(lineError).replace('#', String(index + 1)) });
        else origins[code.toUpperCase()] = count;
      });
      return Object.keys(origins).length === 0 ? null : origins;
    });
}
