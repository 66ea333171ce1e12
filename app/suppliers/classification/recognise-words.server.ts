import { sectorName } from '~/locales/sector-names';
import { placeWords, type RecognisedBy } from './place-words.server';
import { type DecidedTerms, termId } from './term-key';

type Named = { value: string; label: string };
/** `by` null: a member decided it. `nearest`: other candidates, the likeliest first. */
export type RecognisedSector = { words: string; found: (Named & { by: RecognisedBy | null }) | null; nearest: Named[] };
export type RecognisedWords = {
  sector: RecognisedSector | null;
  goods: { product: string; good: string; by: RecognisedBy | null }[];
};

const named = (code: string): Named => ({ value: code, label: `${code} · ${sectorName(code) ?? ''}` });

/** What the words of a form are recognised as, in the reader's language; goods by their name in the list. */
export function recogniseWords(given: {
  sector: string;
  products: readonly string[];
  country: string | null;
  terms: DecidedTerms;
}): RecognisedWords {
  const { sector, products, country, terms } = given;
  return {
    sector: sector.trim() === '' ? null : recogniseSectorWords(sector, terms),
    goods: products.flatMap((product): RecognisedWords['goods'] => {
      const decided = terms.get(termId('product', product));
      if (decided !== undefined) return decided === null ? [] : [{ product, good: decided, by: null }];
      const { good } = placeWords(product, { country });
      return good ? [{ product, good: good.good, by: good.by }] : [];
    }),
  };
}

function recogniseSectorWords(words: string, terms: DecidedTerms): RecognisedSector {
  const decided = terms.get(termId('sector', words));
  const { sector, sectors } = placeWords(words);
  const found = decided ? { ...named(decided), by: null } : sector ? { ...named(sector.sector), by: sector.by } : null;
  return { words, found, nearest: sectors.map((each) => named(each.sector)).filter(({ value }) => value !== found?.value) };
}
