import { type Depth, inspectPage } from './inspect-page';
import { hrefAt, test } from './reader';

const pages: [path: string, depth?: Depth][] = [
  ['/', 'template'],
  ['/demonstration', 'template'],
  ['/sign-in', 'template'],
  ['/sign-in/link'],
  ['/sign-up'],
  ['/glossary', 'template'],
  ['/guides'],
  ['/guides/administration'],
  ['/guides/compliance-manager/read-a-score', 'template'],
  ['/glossary?q=covenant'],
  ['/verify'],
  [`/verify/${'0'.repeat(64)}`],
  ['/methodology', 'template'],
  ['/methodology/R4'],
  ['/methodology/calculator'],
  ['/methodology/debt'],
  ['/methodology/debt?cost=3000&pay=500&rate=36&repayment=80&collateral=on', 'template'],
  ['/methodology/calculator?countries=VN&sector=14&migrantShare=20&housing=castle', 'template'],
  ['/methodology/controls', 'template'],
  ['/methodology/worked'],
  ['/methodology/worked/garments', 'template'],
  ['/methodology/child-labour'],
  ['/methodology/targets'],
  ['/methodology/compare'],
  // Its layout is that of the list of sectors.
  ['/countries'],
  ['/countries?band=severe&mark=state-imposed'],
  ['/countries?q=zzzz'],
  ['/countries/KP', 'template'],
  ['/countries/CN'],
  ['/countries/EH'],
  ['/countries/QA/sectors/41', 'template'],
  ['/sectors', 'template'],
  ['/sectors/03', 'template'],
];

/** States and countries drawn by the components that the others show: their contents are tested by `country.db.test`. */
const inStates = new Set(['/countries?band=severe&mark=state-imposed', '/countries?q=zzzz', '/countries/CN', '/countries/EH']);

for (const [path, depth] of pages)
  test(`Public page ${path}`, inStates.has(path) ? { tag: '@thorough' } : {}, async ({ visitor }) =>
    inspectPage(visitor.page, path, depth),
  );

test('A public table of the method', async ({ visitor }) =>
  inspectPage(visitor.page, await hrefAt(visitor, '/methodology', 'main a[href^="/methodology/tables/"]')));
