import { renderToStaticMarkup } from 'react-dom/server';
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router-dom/server.js';
import { expect, test } from 'vitest';
import { DeskPage } from './desk-page';

type Props = Parameters<typeof DeskPage>[0];
type Doubt = Props['desk']['doubts'][number];
const whole: Doubt = { kind: 'one-address', questions: [], figures: { suppliers: 3 }, others: [] };
const named: Doubt = { kind: 'same-notes', questions: ['P1.Q1', 'P2.Q1'], figures: { notes: 2 }, others: [] };

/** The text of the review page of a response with these doubts, which name so many answers. */
async function shown(doubts: Doubt[], doubted: number, weak: Props['desk']['weak'] = []): Promise<string> {
  const counts = {
    ...{ all: 20, unreviewed: 20, harm: weak.length, contradicted: 0, doubted, resent: 0, changed: 0, outlier: 0 },
    'without-evidence': 20,
  };
  const desk: Props['desk'] = {
    ...{
      id: 'r',
      status: 'submitted',
      sharing: 'own',
      supplier: 'Mill',
      publicId: 's',
      instrument: 'Core',
      scores: true,
      peers: 0,
      comparedWith: null,
    },
    ...{ versionBefore: null, counts, weak, doubts, canBeDoubted: true, questioned: 0, rows: [] },
  };
  const may = { review: false, reopen: false, signOff: false, record: true };
  const points = { answers: { 'ADV.1': 0.08 }, facts: {} };
  const page = <DeskPage {...{ desk, base: '/b', filter: 'all', signOff: null, points, may, failure: null, sent: null }} />;
  const { query, dataRoutes } = createStaticHandler([{ path: '*', element: page }]);
  const context = await query(new Request('http://localhost/'));
  if (context instanceof Response) throw new Error('no page');
  const html = renderToStaticMarkup(
    <StaticRouterProvider router={createStaticRouter(dataRoutes, context)} context={context} hydrate={false} />,
  );
  return html.replace(/<[^>]+>/g, '\n');
}

test('A doubt about the questionnaire as a whole is counted in the title, and no filter says that there is none', async () => {
  const text = await shown([whole], 0);
  expect(text).toContain('Doubts (1)');
  expect(text).toContain('About the questionnaire as a whole');
  expect(text).not.toContain('in doubt');
});

test('Doubts about some answers and about all are counted together; the filter counts the answers that it shows', async () => {
  const text = await shown([whole, named], 2);
  expect(text).toContain('Doubts (2)');
  expect(text).toContain('Answers in doubt (2)');
  expect(await shown([], 0)).toMatch(/\nDoubts\n[\s\S]*Answers in doubt \(0\)/);
});

test('Answers that may describe harm come before doubts, each with what it does to the score and a way to record a finding', async () => {
  const weak = ['ADV.1', 'FEE.1'].map((question) => ({
    ...{
      question,
      section: 'W2',
      text: `Question ${question}`,
      answer: `Answer ${question}`,
      worth: 0,
    },
  }));
  const text = await shown([whole], 0, weak);
  expect(text.indexOf('Answers that may describe harm')).toBeGreaterThan(-1);
  expect(text.indexOf('Answers that may describe harm')).toBeLessThan(text.indexOf('Doubts (1)'));
  expect(text).toContain('Takes 0.08 points off the score');
  expect(text).toContain('Not counted in the latest score');
  expect(text.match(/Record finding/g)).toHaveLength(2);
  expect(text).toContain('May describe harm (2)');
  expect(await shown([], 0)).not.toContain('May describe harm');
});
