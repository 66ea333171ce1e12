import type { Hit } from './check-consistency';
import { formatCountry } from '~/ui/format';
import { fingerprint } from './fingerprint';

/** The fingerprint that version 1 of D17, which asked for each country on its own, gave to one. */
const formerPrint = (origin: string, recruiters: string | number): string =>
  fingerprint(
    JSON.stringify([
      'D17',
      1,
      'doubt',
      [
        ['recruiter.count', recruiters],
        ['site.origins', origin],
      ],
    ]),
  );

/**
 * What was explained under version 1 of D17, country by country, for the one question of version 2: all that was written, and whether it explains every country
 * that is asked about now. Null where nothing was.
 */
export function carriedExplanation(
  { rule, inputs }: Pick<Hit, 'rule' | 'inputs'>,
  explanations: ReadonlyMap<string, { fingerprint: string; text: string }>,
): { text: string; isWhole: boolean } | null {
  if (rule !== 'D17') return null;
  const former = [...explanations]
    .flatMap(([key, { text, ...given }]) => (/^D17:[A-Z]{2}$/.test(key) && text !== '' ? [{ origin: key.slice(4), text, ...given }] : []))
    .sort((a, b) => (a.origin < b.origin ? -1 : 1));
  if (former.length === 0) return null;
  const inputAt = (key: string) => inputs.find((input) => input.key === key)?.value ?? 0;
  const recruiters = inputAt('recruiter.count');
  const explained = new Set(former.flatMap((each) => (each.fingerprint === formerPrint(each.origin, recruiters) ? [each.origin] : [])));
  const texts = new Set(former.map(({ text }) => text));
  return {
    text: texts.size === 1 ? [...texts].join() : former.map(({ origin, text }) => `${formatCountry(origin)}: ${text}`).join('\n'),
    isWhole: String(inputAt('site.origins'))
      .split(' ')
      .every((origin) => explained.has(origin)),
  };
}
