import { classifiedGoods } from '#scoring';
import everydayWords from '~/suppliers/classification/word-lists/words-2026-11.json';
import type { Choice } from '~/ui/combobox/choice';

let made: readonly Choice[] | undefined;

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * Products to choose from: the goods of the List of Goods, found by customs headings too, and as finer choices the words that are recognised as one of them.
 * A word is offered beside its good, because a wider name would lose what was said. The list has English names only, as the method reads them.
 */
export function productChoices(): readonly Choice[] {
  if (made) return made;
  const goods = classifiedGoods();
  const choices = new Map<string, Choice>();
  for (const { good, hsPrefixes } of goods) choices.set(good.toLowerCase(), { value: good, label: good, codes: hsPrefixes });
  const everyday: Readonly<Record<string, readonly string[]>> = everydayWords.goods;
  for (const { good, matchTerms } of goods)
    for (const words of [...matchTerms, ...(everyday[good] ?? [])].map(capitalized)) {
      const key = words.toLowerCase();
      if (!choices.has(key)) choices.set(key, { value: words, label: words, detail: good, isFiner: true });
    }
  made = [...choices.values()].sort(
    (a, b) => Number(a.isFiner ?? false) - Number(b.isFiner ?? false) || a.label.localeCompare(b.label, 'en'),
  );
  return made;
}
