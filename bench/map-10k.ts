import pg from 'pg';
import { buildApp } from '../server/build-app';
import { countQueries, serveOurs } from './list';
import { alternate, type Measure, time } from './measure';
import { openWorkbench } from './workbench';

/** Pages of a chain: the three views, the graph that the browser fetches, and the figures. */
const pages = [
  '/map?view=table',
  '/map?view=world',
  '/map',
  '/map/graph',
  '/map/places',
  '/supply-chain',
  '/map?view=table&kind=supplies',
  '/map?view=table&on=2026-11-01',
];

/** The pages of a chain of 10,000 suppliers and 20,000 links against those of one of 300: as many queries, and the time for a reader to judge. */
export async function map10k(): Promise<Measure[]> {
  await buildApp(console.error);
  const bench = await openWorkbench({ settings: ['shared_preload_libraries=pg_stat_statements'] });
  const web = await serveOurs();
  const client = new pg.Client({ connectionString: bench.superuserUrl });
  try {
    await client.connect();
    await client.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
    const { makeMember } = await import('../tests/factories/member');
    const { fillMadeChain } = await import('./made-chain');
    const [large, small] = [await makeMember(), await makeMember()];
    await fillMadeChain(large.inOrganization, { suppliers: 10_000, links: 20_000, userId: large.user.id });
    await fillMadeChain(small.inOrganization, { suppliers: 300, links: 600, userId: small.user.id });
    const measures: Measure[] = [];
    for (const page of pages) {
      const path = (member: typeof large) => `/o/${member.organization.slug}${page}`;
      const visit = (member: typeof large) =>
        time(async () => {
          const answer = await fetch(web.address + path(member), { headers: { cookie: member.cookie } });
          if (!answer.ok) throw new Error(`${page} answered ${answer.status}`);
          await answer.text();
        });
      const [value, reference] = await alternate(
        5,
        () => visit(large),
        () => visit(small),
      );
      measures.push({ measure: `map-10k ${page}`, value, unit: 'ms', against: 'a chain of 300', reference, target: null });
      const [many, few] = [
        await countQueries(client, web.address, path(large), large.cookie),
        await countQueries(client, web.address, path(small), small.cookie),
      ];
      measures.push({
        measure: `map-10k-queries ${page}`,
        value: many,
        unit: 'queries',
        against: 'a chain of 300',
        reference: few,
        target: 1,
      });
    }
    return measures;
  } finally {
    await client.end();
    await web.close();
    await bench.close();
  }
}
