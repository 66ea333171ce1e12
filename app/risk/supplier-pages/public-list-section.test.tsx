import { renderToStaticMarkup } from 'react-dom/server';
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router-dom/server.js';
import { expect, test } from 'vitest';
import { enforcementFor, type EnforcementQuery, entityCandidates } from '#scoring';
import { CandidateNotice, PublicListSection } from './public-list-section';
import type { ListedFact } from './public-lists.server';

const asOf = '2026-11-25';
const shown = (query: Partial<EnforcementQuery>, isCandidate = false): ListedFact[] =>
  (isCandidate ? entityCandidates({ asOf, ...query }) : enforcementFor({ asOf, ...query })).map((match, at) => ({
    ...match,
    confidence: match.provenance.confidence,
    key: String(at),
    href: `/methodology/tables/${match.provenance.table}`,
  }));

async function render(element: JSX.Element): Promise<string> {
  const handler = createStaticHandler([{ path: '/', element }]);
  const context = await handler.query(new Request('http://localhost/'));
  if (context instanceof Response) throw context;
  const router = createStaticRouter(handler.dataRoutes, context);
  return renderToStaticMarkup(<StaticRouterProvider router={router} context={context} hydrate={false} />);
}

test('a candidate is shown with its list, date, reason and country, for a user to check', async () => {
  const html = await render(<CandidateNotice candidates={shown({ name: 'WESTERN GOLD INC', countries: ['US'] }, true)} />);
  for (const words of [
    '1 possible match on an enforcement list',
    'Western Gold Co., Ltd.',
    'href="/methodology/tables/listed-entities"',
    'since 25 Nov 2024; in force.',
    'match, ignoring case, accents, punctuation and legal form',
    'Listed in China, not a known country of this supplier.',
    'A possible match does not change the score',
  ])
    expect(html).toContain(words);
});

test('goods, former entries and orders against others are shown separately', async () => {
  const all = shown({ countries: ['TH', 'MY'], products: ['Shrimp', 'Crude palm oil'] });
  const html = await render(
    <PublicListSection
      facts={all.filter(({ list }) => list === 'listed-goods')}
      others={all.filter(({ list }) => list === 'import-orders')}
    />,
  );
  for (const words of ['because of its inputs', 'Listed input: Palm Fruit (MY).', 'child and forced labour']) expect(html).toContain(words);
  expect(html).toMatch(/ended 5 Sept? 2024/);
  expect(html).toMatch(/<details[^>]*><summary>\d orders against other parties/);
});

test('is empty where no list has an entry', async () => {
  expect(await render(<CandidateNotice candidates={[]} />)).toBe('');
  expect(await render(<PublicListSection facts={[]} others={[]} />)).toBe('');
});
