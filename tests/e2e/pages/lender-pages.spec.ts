import { type Depth, inspectPage, tagOf } from './inspect-page';
import { hrefAt, type Reader, test } from './reader';

const pages: [name: string, address: string, depth?: Depth][] = [
  ['home of a lender', 'home', 'template'],
  ['deals', '', 'template'],
  ['deals, filtered to none', '?status=exited&q=nothing'],
  ['new deal, client to choose', '/new'],
  ['new deal', '/new?client='],
  ['a deal', '/ID', 'template'],
  ['deal to edit', '/ID/edit'],
  ['ESDD of a deal', '/ID/review', 'template'],
  ['human-rights issues of a deal', '/ID/review/human-rights-assessment'],
  ['human-rights issue to record', '/ID/review/human-rights-assessment/new'],
  ['a human-rights issue', '/ID/review/human-rights-assessment/1'],
  ['human-rights issue to judge', '/ID/review/human-rights-assessment/1/edit'],
  ['stakeholder engagement of a deal', '/ID/review/stakeholder-engagement'],
  ['engagement to record', '/ID/review/stakeholder-engagement/new'],
  ['an engagement', '/ID/review/stakeholder-engagement/1'],
  ['grievance mechanism to record', '/ID/review/stakeholder-engagement/grievance-mechanisms/new'],
  ['a grievance mechanism', '/ID/review/stakeholder-engagement/grievance-mechanisms/1'],
  ['consultants of a deal', '/ID/review/consultant-independence'],
  ['consultant to record', '/ID/review/consultant-independence/new'],
  ['a consultant', '/ID/review/consultant-independence/1'],
  ['ESAP of a deal', '/ID/esap'],
  ['ESAP, filtered to none', '/ID/esap?status=verified&when=overdue&sort=-due'],
  ['new ESAP item', '/ID/esap/new'],
  ['ESAP file to import', '/ID/esap/import'],
  ['versions of an ESAP', '/ID/esap/versions'],
  ['ESAP item', '/LINE'],
  ['ESAP item to edit', '/LINE/edit'],
  ['version of an ESAP', '/VERSION'],
  ['companies of a project', '/ID/supply-chain?q=mill'],
  ['due diligence report', '/ID/due-diligence-report', 'template'],
  ['annual report', '/annual-report'],
  ['annual report of an empty year', '/annual-report?year=2019'],
  ['portfolio', 'portfolio', 'template'],
  ['portfolio, filtered to none', 'portfolio?sector=oil-and-gas'],
  ['portfolio, deals', 'portfolio/deals'],
  ['portfolio, watch list', 'portfolio/watch'],
  ['portfolio, concentration', 'portfolio/concentration'],
  ['portfolio, map', 'portfolio/map', 'template'],
  ['portfolio, trend', 'portfolio/trend'],
  ['portfolio, what-if', 'portfolio/what-if?change=country.CL.20'],
  ['covenants of a deal', '/ID/monitoring', 'template'],
  ['covenants, filtered to none', '/ID/monitoring?standing=ended&kind=access'],
  ['covenant to add', '/ID/monitoring/covenants/new'],
  ['a covenant', '/ID/monitoring/covenants/COVENANT'],
  ['covenant to edit', '/ID/monitoring/covenants/COVENANT/edit'],
  ['calendar of a deal', '/ID/monitoring/calendar'],
  ['calendar, filtered to none', '/ID/monitoring/calendar?year=1999'],
  ['monitoring reports of a deal', '/ID/monitoring/reports'],
  ['a monitoring report of a deal', '/ID/monitoring/reports/PERIOD'],
  ['incidents of a deal', '/ID/monitoring/incidents'],
  ['incident to record', '/ID/monitoring/incidents/new'],
  ['an incident', '/ID/monitoring/incidents/INCIDENT'],
];

const found = new Map<string, Promise<string>>();
/** Each link is looked up once per worker. */
function once(key: string, find: () => Promise<string>): Promise<string> {
  const known = found.get(key) ?? find();
  found.set(key, known);
  return known;
}

/** The address of a page: each parameter for a record is replaced by the first record of the demonstration. */
async function addressOf(reader: Reader, path: string): Promise<string> {
  const { home } = reader;
  const dealOf = (project: string) =>
    once(project, () => hrefAt(reader, `${home}/deals`, 'main a[href*="/deals/"]:not([href$="/new"])', project));
  const planned = () =>
    once('planned', () => hrefAt(reader, `${home}/deals?status=plan-agreed`, 'main a[href*="/deals/"]:not([href$="/new"])', 'D-'));
  if (path.startsWith('/LINE'))
    return (
      (await once('line', async () => hrefAt(reader, `${await planned()}/esap`, 'main table a[href*="/esap/items/"]'))) + path.slice(5)
    );
  if (path.startsWith('/VERSION')) return once('version', async () => hrefAt(reader, `${await planned()}/esap/versions`, 'main table a'));
  if (path === 'home') return home;
  if (path.startsWith('portfolio')) return `${home}/${path}`;
  // The records of a disbursed loan are those of the wind farm.
  const deal = await dealOf(/\/monitoring|\/review\//.test(path) ? 'Vientos del Loa' : 'D-');
  if (path.includes('client=')) {
    const client = await once('client', () => hrefAt(reader, deal, 'main a[href*="/suppliers/"]'));
    return `${home}/deals${path}${client.split('/').at(-1)}`;
  }
  if (!path.startsWith('/ID')) return `${home}/deals${path}`;
  let address = path.slice(3);
  for (const [word, place] of Object.entries({ COVENANT: '', PERIOD: '/reports', INCIDENT: '/incidents' }))
    if (address.includes(word)) {
      const href = await once(word, () => hrefAt(reader, `${deal}/monitoring${place}`, 'main table a'));
      address = address.replace(word, href.split('/').at(-1) ?? 'nothing');
    }
  return deal + address;
}

for (const [name, path, depth] of pages)
  test(`Page: ${name}`, tagOf(name), async ({ lenderAuditor }) =>
    inspectPage(lenderAuditor.page, await addressOf(lenderAuditor, path), depth),
  );
