import { compareText } from '../../engine/compare-text.ts';

/** What a buyer spends with a supplier, in any one currency and unit. */
export type Spend = { id: string; supplier: string; buyer: string; spend: number };

/**
 * Shares of what each buyer buys, from spend. `spendOf` gives a buyer's whole spend where it is known; without it the links are taken to be all of it.
 * Spend times a constant gives the same shares. Throws RangeError for spend that is negative or no number, and for links that exceed the whole.
 */
export function sharesOfSpend<Link extends Spend>(
  links: readonly Link[],
  spendOf: Readonly<Record<string, number>> = {},
): (Link & { share: number })[] {
  const sums = new Map<string, number>();
  for (const link of [...links].sort((a, b) => compareText(a.id, b.id))) {
    if (!(link.spend >= 0 && Number.isFinite(link.spend))) throw new RangeError(`the spend of link ${link.id} is ${link.spend}`);
    sums.set(link.buyer, (sums.get(link.buyer) ?? 0) + link.spend);
  }
  return links.map((link) => {
    const linked = sums.get(link.buyer) ?? 0;
    const whole = Object.hasOwn(spendOf, link.buyer) ? (spendOf[link.buyer] ?? Number.NaN) : linked;
    if (!(whole >= linked * (1 - 1e-9) && Number.isFinite(whole)))
      throw new RangeError(`the links of ${link.buyer} add to ${linked}, more than its whole spend of ${whole}`);
    return { ...link, share: linked === 0 ? 0 : Math.min(1, link.spend / Math.max(whole, linked)) };
  });
}
