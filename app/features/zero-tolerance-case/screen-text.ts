export const personalSigns = ['email', 'phone', 'document', 'name'] as const;
export type PersonalSign = (typeof personalSigns)[number];

const titles = 'mr|mrs|ms|miss|mme|mlle|sr|sra|srta|dr|md|mst|bibi|begum|khatun|nguyễn|nguyen|thị|singh|kumar|devi|khan|bin|binti|binte';

const signs: Record<PersonalSign, readonly RegExp[]> = {
  email: [/[\p{L}\p{N}._%+-]+\s?@\s?[\p{L}\p{N}-]+\.\p{L}{2,}/u],
  // Eight digits or more with what people write between them, in any script's digits; an ISO date is one digit group short of looking so.
  phone: [/(?<![\p{L}\p{N}])\+?\p{Nd}(?:[\s().-]{0,2}\p{Nd}){7,}/u],
  document: [/(?<![\p{L}\p{N}])\p{Lu}{1,3}[\s-]?\p{Nd}{5,}/u, /(?<![\p{L}\p{N}])\p{Nd}{6,}\p{Lu}(?![\p{L}\p{N}])/u],
  name: [
    new RegExp(`(?<![\\p{L}\\p{N}])(?:${titles})\\.?\\s+\\p{Lu}`, 'u'),
    new RegExp(`(?<![\\p{L}\\p{N}])(?:${titles.replaceAll(/(^|\|)./gu, (start) => start.toUpperCase())})\\.?\\s+\\p{L}`, 'u'),
    // Two words with capitals within a sentence.
    /(?<=[\p{Ll}\p{N},]\s)\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}+)+/u,
  ],
};
const isoDate = /(?<!\p{Nd})\d{4}-\d{2}-\d{2}(?!\p{Nd})/gu;

/**
 * What in a text looks as if a person could be found by it. A screen by form, not a judge: it warns, and misses names in scripts without capitals;
 * who writes is asked to look once more.
 */
export function screenText(text: string): PersonalSign[] {
  const undated = text.replaceAll(isoDate, ' ');
  return personalSigns.filter((sign) => signs[sign].some((pattern) => pattern.test(undated)));
}
