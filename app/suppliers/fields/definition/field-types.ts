import { z } from 'zod';
import { typedChoice, typedCountry, typedName, typedNumber, typedPeople, typedShare, typedText } from '~/suppliers/parties/form-values';
import { languageCodes } from '~/ui/format';
import { spendPattern, typedSpend } from './spend-text';
import { type Text, textOf } from './text';
import { groupSchema, typedCount, typedOrigins } from './typed-counts';
import { typedChoices, typedLines } from './typed-lists';

/**
 * What a kind of value means everywhere: the schema of a fact and how a form reads it. Its control, its text, its column and how a cell of a list is cleaned
 * are chosen by `name` where they are drawn, written or read. `linesToItems`: a list with three answers.
 */
export type FieldType<Name extends string, Schema extends z.ZodType, Typed extends z.ZodType | null> = {
  name: Name;
  schema: Schema;
  /** Null: no form asks for it. */
  typed: Typed;
  choices?: Readonly<Record<string, Text>>;
  /** Most characters of a text. */
  length?: number;
  /** Digits after the point. */
  digits?: number;
  /** What a form says of a value that does not fit. */
  error?: Text;
  linesToItems?: (lines: string[]) => string[];
};
export type AnyFieldType = FieldType<string, z.ZodType, z.ZodType | null>;

const country = z.string().regex(/^[A-Z]{2}$/);
const words = (length: number) => z.string().trim().min(1).max(length);

function fieldType<Name extends string, Schema extends z.ZodType, Typed extends z.ZodType | null>(
  name: Name,
  schema: Schema,
  typed: Typed,
  more: Pick<AnyFieldType, 'choices' | 'digits' | 'error' | 'length' | 'linesToItems'> = {},
): FieldType<Name, Schema, Typed> {
  return { name, schema, typed, ...more };
}

export const nameText = () => fieldType('text', words(500), typedName());
export const text = (length: number) => fieldType('text', words(length), typedText(length), { length });
/** ISO 3166-1 alpha-2. */
export const countryCode = () => fieldType('country', country, typedCountry());

/** ISIC Rev.4 division or class. */
export function sectorCode() {
  const code = z.string().regex(/^\d{2,4}$/);
  const typed = code
    .optional()
    .catch(undefined)
    .transform((known) => known ?? null);
  return fieldType('sector', code, typed);
}

export function number({ min, max, isWhole = false, digits = 0, error }: NumberOptions) {
  const schema = isWhole ? z.number().int().min(min).max(max) : z.number().min(min).max(max);
  const isFit = (value: number) => schema.safeParse(value).success;
  return fieldType(
    'number',
    schema,
    typedNumber(isFit, () => textOf(error)),
    { digits, error },
  );
}
/** An amount in one currency, as `writeSpend` writes it. */
export function spend(error: Text) {
  const typed = z
    .string()
    .optional()
    .transform((text, context) => {
      if (text === undefined || text.trim() === '') return null;
      const read = typedSpend(text);
      if (read !== null) return read;
      context.addIssue({ code: 'custom', message: textOf(error) });
      return z.NEVER;
    });
  return fieldType('spend', z.string().regex(spendPattern), typed, { error });
}
type NumberOptions = { min: number; max: number; isWhole?: boolean; digits?: number; error: Text };

export const degrees = (limit: number, error: Text) => {
  const typed = typedNumber(
    (value) => Math.abs(value) <= limit,
    () => textOf(error),
  );
  return fieldType('degrees', z.number().min(-limit).max(limit), typed, { digits: 4, error });
};

/** People, all of whom may be shown. */
export const people = () => fieldType('people', z.number().int().min(0).max(2_000_000_000), typedPeople());
/** 0 to 1. Shown only where it gives no small group away. */
export const share = () => fieldType('share', z.number().min(0).max(1), typedShare());
/** Part of the people of a site: a small one is never recorded as a number. */
export const groupOfPeople = () => fieldType('group', groupSchema, typedCount());
export const groupsByCountry = () => fieldType('groups-by-country', z.record(country, groupSchema), typedOrigins());

type Choices<Word extends string> = Readonly<Record<Word, Text>>;

/** One of a closed list. `isStrict`: a form with another word is refused, and not read as unknown. */
export function choice<Word extends string>(list: readonly [Word, ...Word[]], choices: Choices<Word>, { isStrict = false } = {}) {
  const strict = z
    .enum(list)
    .optional()
    .transform((word) => word ?? null);
  return fieldType('choice', z.enum(list), isStrict ? strict : typedChoice(list), { choices });
}

/** Several of a closed list: ticked, none of them is unknown. */
export const choices = <Word extends string>(list: readonly [Word, ...Word[]], texts: Choices<Word>) =>
  fieldType(
    'choices',
    z.array(z.enum(list)),
    typedChoices((typed) => list.find((word) => word === typed)),
    { choices: texts },
  );

/** The same with three answers: unknown, none, these. */
export const knownChoices = <Word extends string>(list: readonly [Word, ...Word[]], texts: Choices<Word>) =>
  fieldType('choices', z.array(z.enum(list)), typedLines, {
    choices: texts,
    linesToItems: (lines) => lines.filter((line) => list.some((word) => word === line)),
  });

export const countries = () =>
  fieldType(
    'countries',
    z.array(country).max(250),
    typedChoices((code) => country.safeParse(code).data),
  );

/** The same with three answers. */
export const knownCountries = () =>
  fieldType('countries', z.array(country).max(250), typedLines, {
    linesToItems: (lines) => [...new Set(lines.filter((code) => country.safeParse(code).success))],
  });

/** Products as written, a line each, with three answers. */
export const products = () =>
  fieldType('products', z.array(words(200)).max(100), typedLines, {
    linesToItems: (lines) => lines.slice(0, 100).map((line) => line.slice(0, 200)),
  });

export const languages = () =>
  fieldType(
    'languages',
    z.array(z.string().regex(/^[a-z]{2,3}$/)).max(100),
    typedChoices((code) => languageCodes.find((known) => known === code)),
  );

/** What was recognised or recorded elsewhere: no form asks for it. */
export const identifiers = () => fieldType('identifiers', z.record(z.string(), z.string()), null);
export const goodsByProduct = () => fieldType('goods', z.record(z.string(), z.string()), null);
export const sectorGuess = () =>
  fieldType('sector-guess', z.object({ sector: z.string(), words: z.string(), by: z.string(), list: z.string() }), null);
