import { renderToStaticMarkup } from 'react-dom/server';
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router-dom/server.js';
import { expect, test } from 'vitest';
import { type AssessInput, scoreMany } from '#scoring';
import { OverrideList } from './override-list';

async function render(input: AssessInput): Promise<string> {
  const [result] = scoreMany([input]);
  if (!result) throw new Error('no result');
  const handler = createStaticHandler([{ path: '/', element: <OverrideList {...result} /> }]);
  const context = await handler.query(new Request('http://localhost/'));
  if (context instanceof Response) throw context;
  return renderToStaticMarkup(
    <StaticRouterProvider router={createStaticRouter(handler.dataRoutes, context)} context={context} hydrate={false} />,
  );
}

test('overrides are listed with floor and date, waived ones with their approvers, and decisions without effect with what they lack', async () => {
  const given = { evidence: 'document-checked', reason: 'Told by <the> auditor.' } as const;
  const html = await render({
    asOf: '2026-11-25',
    facts: {},
    overrides: [
      { ...given, id: 'a', code: 'O3', since: '2026-11-02' },
      { ...given, id: 'b', code: 'O9', since: '2026-11-02' },
      { ...given, id: 'c', code: 'O4', since: '2026-12-02' },
    ],
    liftings: [
      { override: 'b', secondReviewer: 'Ben', liftedOn: '2026-11-20', evidence: 'audit-announced' },
      { override: 'a', secondReviewer: '', liftedOn: '2026-11-20', evidence: 'audit-announced' },
    ],
  });
  for (const words of [
    'A child below the minimum age works, or a worst form of child labour is found: floor 90, since 2 Nov 2026.',
    'Retaliation against a complainant: waived on 20 Nov 2026.',
    'Second reviewer: Ben',
    'in force from 2 Dec 2026.',
    'no second reviewer is named.',
    'Told by &lt;the&gt; auditor.',
    'href="/methodology/R7#R7.O3"',
  ])
    expect(html).toContain(words);
});
