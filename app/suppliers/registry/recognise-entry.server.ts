import { goodsMatching } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { decideTerm, readTerms } from '~/suppliers/classification/decide-term.server';
import { placeWords } from '~/suppliers/classification/place-words.server';
import { type DecidedTerms, termId } from '~/suppliers/classification/term-key';
import { readyWordIndex } from '~/suppliers/classification/word-index.server';
import type { SupplierEntry } from './supplier-form';

export type RecognisedEntry =
  | { kind: 'recognised'; entry: SupplierEntry }
  /** Its words name no sector; `nearest` ones by code, at most five. */
  | { kind: 'unknown-words'; nearest: string[] };

/**
 * What a member typed in words as facts: the sector, where none is chosen, and the listed goods that products are, each as a guess unless it was decided
 * before. A sector chosen beside words is what these words mean from now on.
 */
export async function recogniseEntry(db: TenantDb, { entry, userId }: { entry: SupplierEntry; userId: string }): Promise<RecognisedEntry> {
  await readyWordIndex();
  const terms = await readTerms(db);
  const { sectorWords, values } = entry;
  const listedGoods = listedGoodsOf(values.products ?? [], { country: values.country ?? null, terms });
  const facts = { ...values, listedGoods: Object.keys(listedGoods).length > 0 ? listedGoods : null };
  if (!sectorWords) return { kind: 'recognised', entry: { ...entry, values: facts } };
  if (values.sector) {
    await decideTerm(db, { field: 'sector', text: sectorWords, value: values.sector }, userId);
    return { kind: 'recognised', entry: { ...entry, values: facts } };
  }
  const decided = terms.get(termId('sector', sectorWords));
  if (decided) return { kind: 'recognised', entry: { ...entry, values: { ...facts, sector: decided } } };
  const { sector, sectors } = placeWords(sectorWords);
  if (sector === null) return { kind: 'unknown-words', nearest: sectors.map((each) => each.sector) };
  const sectorGuess = { sector: sector.sector, words: sectorWords, by: sector.by.text, list: sector.by.source };
  return { kind: 'recognised', entry: { ...entry, values: { ...facts, sector: sector.sector, sectorGuess } } };
}

/** Product as written → the listed good its words name, decided or guessed; products that name a good as the list does are left out. */
export function listedGoodsOf(
  products: readonly string[],
  { country, terms }: { country: string | null; terms: DecidedTerms },
): Record<string, string> {
  return Object.fromEntries(
    products.flatMap((product) => {
      const decided = terms.get(termId('product', product));
      const good = decided === undefined ? (placeWords(product, { country }).good?.good ?? null) : decided;
      const isNamed = good !== null && goodsMatching(product).some((each) => each.match === 'exact' && each.good === good);
      return good === null || (isNamed && decided === undefined) ? [] : [[product, good]];
    }),
  );
}
