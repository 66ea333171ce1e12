import pg from 'pg';
import { buildApp } from '../server/build-app';
import { countQueries, serveOurs } from './list';
import { load } from './load';
import { madePortfolio } from './made-portfolio';
import { alternate, type Measure, time } from './measure';
import { openWorkbench } from './workbench';

const seconds = 4;

/** A lender's portfolio of 5,000 transactions among 200,000 suppliers: its pages against the bare route, their queries against a small one, and what if. */
export async function portfolio(): Promise<Measure[]> {
  await buildApp(console.error);
  const bench = await openWorkbench({ settings: ['shared_preload_libraries=pg_stat_statements'] });
  const web = await serveOurs();
  try {
    // Rows are made past the policies of tenants, in the database of the app.
    const inApp = new URL(bench.superuserUrl);
    inApp.pathname = new URL(bench.ownerUrl).pathname;
    const large = await madePortfolio(inApp.href, { suppliers: 200_000, deals: 5_000 });
    const small = await madePortfolio(inApp.href, { suppliers: 200, deals: 20 });
    const base = `${web.address}/o/${large.organization.slug}/portfolio`;
    const read = async (path: string) => {
      const answer = await fetch(base + path, { headers: { cookie: large.cookie } });
      const text = await answer.text();
      if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
      return text;
    };
    if (!/4[,\s\u202f]?000/.test(await read(''))) throw new Error('the page does not name the 4,000 transactions that live');
    const [value, reference] = await alternate(
      3,
      async () => (await load(base, { cookie: large.cookie, seconds })).p97_5,
      async () => (await load(`${web.address}/verify`, { cookie: large.cookie, seconds })).p97_5,
    );
    const measures: Measure[] = [
      { measure: 'portfolio', value, unit: 'ms p97.5', against: 'the bare route /verify', reference, target: 4 },
      {
        measure: 'portfolio-alone',
        value: await medianOf(() => read('')),
        unit: 'ms',
        against: 'two seconds',
        reference: 2_000,
        target: 1,
      },
    ];
    const failed = '?change=drop.70000005001';
    for (const [name, path] of [
      ['what-if-country', '/what-if?change=country.MM.20'],
      ['what-if-fails', `/what-if${failed}`],
      ['watch', '/watch'],
      ['concentration', '/concentration'],
      ['trend', '/trend'],
      ['transactions', '/deals'],
    ] as const)
      measures.push({
        ...{ measure: `portfolio-${name}`, value: await medianOf(() => read(path)), unit: 'ms', against: 'two seconds', reference: 2_000 },
        target: name.startsWith('what-if') || name === 'concentration' ? 1 : null,
      });
    const client = new pg.Client({ connectionString: bench.superuserUrl });
    await client.connect();
    try {
      await client.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
      for (const path of ['', '/deals', '/watch', '/concentration', '/map', '/trend', '/what-if?change=country.MM.20']) {
        const many = await countQueries(client, web.address, `/o/${large.organization.slug}/portfolio${path}`, large.cookie);
        const few = await countQueries(client, web.address, `/o/${small.organization.slug}/portfolio${path}`, small.cookie);
        const name = `portfolio${path.split('?')[0]?.replace('/', '-')}-queries`;
        measures.push({ measure: name, value: many, unit: 'queries', against: 'a portfolio of 20', reference: few, target: 1 });
      }
    } finally {
      await client.end();
    }
    return measures;
  } finally {
    await web.close();
    await bench.close();
  }
}

/** The middle of five times after a first that warms up, in milliseconds. */
async function medianOf(work: () => Promise<unknown>): Promise<number> {
  await work();
  const times: number[] = [];
  for (let round = 0; round < 5; round++) times.push(await time(work));
  return times.sort((a, b) => a - b)[2] ?? 0;
}
