import { renderToStaticMarkup } from 'react-dom/server';
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router-dom/server.js';
import { expect, test } from 'vitest';
import { FactList } from '~/suppliers/registry/fact-list';
import type { SourceBrief } from '~/suppliers/facts/read-sources.server';
import { contradictingFacts } from '~/suppliers/registry/contradicting-facts';
import { ContradictingFactsTable } from './contradicting-facts-table';

async function render(element: JSX.Element): Promise<string> {
  const handler = createStaticHandler([{ path: '/', element }]);
  const context = await handler.query(new Request('http://localhost/'));
  if (context instanceof Response) throw context;
  const router = createStaticRouter(handler.dataRoutes, context);
  return renderToStaticMarkup(<StaticRouterProvider router={router} context={context} hydrate={false} />);
}

/** The text of a page, without its markup. */
const wordsOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

test('each contradicting fact is shown with the value that counts, the excluded one, their sources and the reason', async () => {
  const facts = contradictingFacts({
    workers: { value: 530 },
    agencyShare: { value: 0.3, source: 'site', from: { sites: 2, workers: 530 } },
    migrantShare: {
      ...{ value: 0.48, source: 'site', from: { sites: 2, workers: 530 } },
      setAside: [{ value: 0.18, source: 'answer', because: 'better-for-workers' }],
    },
    migrantOrigins: {
      ...{ value: ['KH', 'MM'], source: 'site', from: { sites: 1 } },
      setAside: [{ value: ['KH'], source: 'answer', because: 'better-for-workers' }],
    },
  });
  expect(facts.map(({ field }) => field)).toEqual(['migrantShare', 'migrantOrigins']);
  const words = wordsOf(await render(<ContradictingFactsTable facts={facts} sourceOf={(source) => <a href="/">{source}</a>} />));
  const reason = 'Set aside because the evidence is equal and the other figure is worse for workers';
  expect(words).toContain(`48% From 2 sites site 18% answer ${reason}`);
  expect(words).toContain(`Cambodia, Myanmar (Burma) From 1 site site Cambodia answer ${reason}`);
});

test('a fact that only sites or labour recruiters have is shown in the list of facts with a link to them', async () => {
  const source: SourceBrief = {
    ...{ id: 'row', kind: 'demonstration', createdAt: new Date(0), note: null, responseId: null, file: null, person: null },
  };
  const html = await render(
    <FactList
      {...{ projection: {}, sources: { row: source }, sectors: {}, base: '/o/a', page: '/o/a/suppliers/MNT-1' }}
      gathered={{
        vulnerableGroups: { value: ['under-18'], source: 'row', from: { sites: 2 } },
        migrantOrigins: { value: ['NP'], source: 'row', from: { recruiters: 1 } },
        migrantShare: { value: 'under-5', source: 'row', from: { sites: 1 } },
      }}
    />,
  );
  expect(html).toMatch(/href="\/o\/a\/suppliers\/MNT-1\/sites"[^>]*>From 2 sites</);
  expect(html).toMatch(/href="\/o\/a\/suppliers\/MNT-1\/supply-chain"[^>]*>From 1 labour recruiter</);
  const words = wordsOf(html);
  for (const text of ['workers under 18', 'Nepal', 'fewer than 5']) expect(words.toLowerCase()).toContain(text.toLowerCase());
});
