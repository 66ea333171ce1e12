import { givenText } from '~/platform/http/given-text';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { readTerms } from '~/suppliers/classification/decide-term.server';
import { recogniseWords } from '~/suppliers/classification/recognise-words.server';
import { readyWordIndex } from '~/suppliers/classification/word-index.server';

const mostProducts = 20;
const longest = 400;

/** Classifies text as it is typed: `sector` the text for a sector, `product` (repeatable) products, `country` ISO alpha-2. Returns `RecognisedWords`. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:supplier');
  const search = new URL(request.url).searchParams;
  const terms = await member.inOrganization((db) => readTerms(db));
  await readyWordIndex();
  const country = givenText(search, 'country');
  const recognised = recogniseWords({
    sector: givenText(search, 'sector').slice(0, longest),
    products: search
      .getAll('product')
      .slice(0, mostProducts)
      .map((product) => product.slice(0, longest)),
    country: /^[A-Z]{2}$/.test(country) ? country : null,
    terms,
  });
  return Response.json(recognised, { headers: { 'Cache-Control': 'private, no-store' } });
}
