import { goodsMatching } from '#scoring';

/**
 * The products of a supplier as the method reads them. The good of the list that a product's words were recognised as stands beside the words, and in
 * their place where they name no listed good by themselves: a guess may add a listed good, and never takes one away.
 * @param listedGoods product as written → good as the list names it
 */
export function productsForScoring(products: readonly string[], listedGoods: Readonly<Record<string, string>>): string[] {
  const read = products.flatMap((product) => {
    const good = listedGoods[product];
    if (good === undefined) return [product];
    return goodsMatching(product).length > 0 ? [product, good] : [good];
  });
  return [...new Set(read)];
}
