import { classifiedGoods } from '#scoring';

let names: ReadonlySet<string> | undefined;

/** The goods of the List of Goods by name, as it writes them, in alphabetical order. */
export function listedGoodNames(): string[] {
  names ??= new Set(classifiedGoods().map(({ good }) => good));
  return [...names].sort((a, b) => a.localeCompare(b, 'en'));
}

export function isListedGood(name: string): boolean {
  names ??= new Set(classifiedGoods().map(({ good }) => good));
  return names.has(name);
}
