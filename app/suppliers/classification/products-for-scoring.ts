import { goodsMatching } from '#scoring';

/**
 * The products of a supplier as the method reads them. The listed good recognised in a product's words is added to them, and
 * replaces them where they name no listed good themselves: a guess may add a listed good, never remove one.
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
