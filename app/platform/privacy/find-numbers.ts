import { latinDigits } from '~/platform/forms/latin-digits';
import type { PersonalKind, Span } from './finding';
import { badgeCue, bankCue, documentCue, filler, harmlessCue, numberOf, personCue, phoneCue } from './number-cues';

/** Other scripts write a number and the word beside it without a space, or put an ending after it: only Latin letters part them. */
export const start = '(?<![\\p{Script=Latin}\\p{N}])';
export const end = '(?![\\p{Script=Latin}\\p{N}])';
const currency =
  '(?:USD|EUR|GBP|BDT|INR|PKR|LKR|NPR|MMK|THB|VND|IDR|MYR|PHP|CNY|RMB|TRY|EGP|MAD|SAR|AED|QAR|JOD|KES|ETB|NGN|GHS|ZAR|BRL|MXN|COP|PEN|CLP|ARS|BOB|XOF|XAF|Rs\\.?|Tk\\.?|Rp\\.?|RM|R\\$|US\\$|[$€£¥₹৳₺₨₫﷼])';
const currencyAfter = `(?:${currency}|%|‰|taka|rupees?|dollars?|euros?|pounds?|dongs?|đồng|rupiah|lira|liras?|TL|reais|pesos?|soles|dirhams?|ringgit|baht|kyats?|francs?|元|块|人民币|টাকা|রুপি|रुपये|रुपए|روپے|ريال|درهم|دينار|جنيه|ليرة|dolar|pieces|pcs|units|pairs|kg|tonnes?|tons?|pièces|piezas|peças|件|双|kwh|m2|m²)`;

/** Numbers that everybody may read: days, sums of money, places on the map. Blanked before any other pattern looks. */
const harmless: readonly RegExp[] = [
  /(?<!\p{Nd})\d{4}[-./]\d{1,2}[-./]\d{1,2}(?:[T ]\d{1,2}:\d{2}(?::\d{2})?)?(?!\p{Nd})/gu,
  /(?<![\p{Nd}.])\d{1,2}([-./])\d{1,2}\1(?:19|20)?\d{2}(?![\p{Nd}]|\1\d)/gu,
  /\d{4}\s?年(?:\s?\d{1,2}\s?月)?(?:\s?\d{1,2}\s?日)?/gu,
  /(?<!\p{Nd})(?:19|20)\d{2}\s?[-–—/]\s?(?:(?:19|20)\d{2})(?!\p{Nd})/gu,
  /(?<!\p{Nd})\d{1,2}[:.h]\d{2}\s?[-–—]\s?\d{1,2}[:.h]\d{2}(?!\p{Nd})/gu,
  // Degrees: "10.823099, 106.629662", "23.8103° N".
  /(?<![\p{Nd}.])[-+]?\d{1,3}\.\d{4,}(?:\s?°)?(?!\p{Nd}|\.\d)/gu,
  new RegExp(`${start}${currency}\\s?\\d[\\d.,'’\\u00a0\\u202f ]*\\d`, 'giu'),
  new RegExp(`(?<![\\p{L}\\p{N}+])\\d[\\d.,'’\\u00a0\\u202f ]*\\s?${currencyAfter}(?![\\p{L}\\p{N}])`, 'giu'),
];
/** Grouped thousands, Western and Indian: never begin with 0. */
const grouped: readonly RegExp[] = [
  /(?<![\p{L}\p{N}+./-]|[\p{N})] )[1-9]\d{0,2}([,.'’ \u00a0\u202f])\d{3}(?:\1\d{3})*(?:[.,]\d{1,2})?(?![\p{L}\p{N}]|[,.'’ \u00a0\u202f-]\d)/gu,
  /(?<![\p{L}\p{N}])\d{1,2}(?:,\d{2})+,\d{3}(?!\p{N})/gu,
];
const harmlessNumber = new RegExp(`${start}${harmlessCue}[^\\p{N}\\n;!?]{0,14}[A-Z]{0,4}[-/ ]?\\d[\\dA-Z./-]*(?:\\s\\d{3,})*`, 'giu');

// Up to the end of the sentence: a full stop after a word, but not after "no." or "tel.".
const gap = '(?:(?!\\p{Nd}|(?<=\\p{L}{4})\\.\\s)[^\\n;!?।؟。]){0,28}?';
const sign = (least: number, most: number, between: string): string => `\\d(?:${between}\\d){${least - 1},${most - 1}}`;
const badge = '[A-Z]{0,5}[-/ ]?\\d(?:[-/.]?[A-Z\\d]){1,11}';
type Pattern = { kind: PersonalKind; pattern: RegExp };
const cued: readonly Pattern[] = [
  { kind: 'bank-account', pattern: new RegExp(`${start}${bankCue}${gap}((?:[A-Z]{2}\\d{2}[\\s-]?)?${sign(8, 30, '[\\s.-]?')})`, 'giu') },
  {
    kind: 'document',
    pattern: new RegExp(`${start}${documentCue}${gap}(${start}[A-Z]{0,4}[\\s-]?\\d(?:[\\s./-]?\\d|-?[A-Z](?![A-Z]{2})){4,22})`, 'giu'),
  },
  { kind: 'phone', pattern: new RegExp(`${start}${phoneCue}${gap}(\\+?\\(?${sign(7, 15, '[\\s().\\-/]{0,2}')})`, 'giu') },
  { kind: 'badge', pattern: new RegExp(`${start}${badgeCue}${filler}(${badge})${end}`, 'giu') },
  { kind: 'badge', pattern: new RegExp(`${start}${personCue}[\\s’']{0,2}${numberOf}(?:${filler})?(${badge})${end}`, 'giu') },
];
const bare: readonly Pattern[] = [
  { kind: 'bank-account', pattern: new RegExp(`${start}[A-Z]{2}\\d{2}(?:\\s?[A-Z\\d]{4}){3,7}(?:\\s?[A-Z\\d]{1,3})?${end}`, 'gu') },
  { kind: 'bank-account', pattern: new RegExp(`${start}\\d{4}([ -])\\d{4}\\1\\d{4}\\1\\d{4}${end}`, 'gu') },
  // 35202-1234567-1, 123.456.789-00, 12.345.678-9, 12345678-9, 2345 6789 0123.
  {
    kind: 'document',
    pattern: new RegExp(
      `${start}(?:\\d{5}-\\d{7}-\\d|\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}|\\d{1,2}\\.\\d{3}\\.\\d{3}-[\\dX]|\\d{4} \\d{4} \\d{4}|\\d{3}-\\d{2}-\\d{4})${end}`,
      'gu',
    ),
  },
  {
    kind: 'document',
    pattern: new RegExp(
      `${start}(?:[A-Z]{4}\\d{6}[HM][A-Z]{5}[A-Z\\d]\\d|\\d{17}[\\dXx]|\\d{8}-?[A-Z]|[XYZ]-?\\d{7}-?[A-Z]|[A-Z]{1,3}[\\s-]?\\d{6,9})${end}`,
      'gu',
    ),
  },
  { kind: 'phone', pattern: new RegExp(`(?<![\\p{L}\\p{N}])\\+\\(?${sign(8, 15, '[\\s().-]{0,2}')}`, 'gu') },
  { kind: 'phone', pattern: new RegExp(`${start}\\(?0${`(?:[\\s().\\-/]{0,2}\\d){8,13}`}${end}`, 'gu') },
  {
    kind: 'phone',
    pattern: new RegExp(
      `${start}(?:1[3-9]\\d{9}|1[3-9]\\d[- ]\\d{4}[- ]\\d{4}|[6-9]\\d{4}[ -]?\\d{5}|\\(\\d{2,3}\\)\\s?\\d{3,5}[-\\s.]?\\d{4}|\\d{3}[-. ]\\d{3}[-. ]\\d{4}|\\d{2} 9\\d{4}-\\d{4}|9\\d{4}-\\d{4}|[679]\\d{2} \\d{3} \\d{3}|\\d{4}-\\d{4})${end}`,
      'gu',
    ),
  },
  // Nine digits and more by themselves are written for nothing but people and accounts.
  { kind: 'document', pattern: new RegExp(`${start}\\d{9,20}${end}`, 'gu') },
];
const standards =
  /^(?:ISO|IEC|ILO|HS|SA|EN|BS|PO|SO|PI|WO|INV|LOT|SKU|REF|IMO|CR|ISIC|NACE|NOM|NR|TIN|GST|UN|CAS|IMG|DSC|DSCN|VID|PXL|MVI|SCAN|DOC|WA)[\s-]?\d/u;

const blank = (text: string, patterns: readonly RegExp[]): string =>
  patterns.reduce((left, pattern) => left.replace(pattern, (found) => ' '.repeat(found.length)), text);

/** Numbers by which a person can be found: with a word beside them that says what they are, or by their form alone. */
export function findNumbers(text: string): (Span & { kind: PersonalKind })[] {
  let left = blank(latinDigits(text), harmless);
  if (left.length !== text.length) return [];
  const found: (Span & { kind: PersonalKind })[] = [];
  const take = (kind: PersonalKind, from: number, value: string) => {
    const least = kind === 'badge' ? 2 : 5;
    if ((value.match(/\d/g)?.length ?? 0) < least || (kind === 'badge' && !/\d{3}|[A-Z].*\d/iu.test(value))) return;
    const trimmed = value.trimStart();
    const start = from + value.length - trimmed.length;
    const length = trimmed.trimEnd().length;
    found.push({ kind, start, end: start + length });
    left = left.slice(0, start) + ' '.repeat(length) + left.slice(start + length);
  };
  const search = ({ kind, pattern }: Pattern) => {
    for (const match of [...left.matchAll(pattern)]) {
      const value =
        kind === 'bank-account' || match[1] === undefined || match[1].length < 2
          ? match.length > 1 && match[1] && match[1].length > 1
            ? match[1]
            : match[0]
          : match[1];
      if (!standards.test(value)) take(kind, match.index + match[0].length - value.length, value);
    }
  };
  cued.forEach(search);
  left = blank(left, [...grouped, harmlessNumber]);
  bare.forEach(search);
  return found;
}
