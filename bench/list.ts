import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { migrationNames } from '../prisma/migration-names';
import { buildApp, buildFolder } from '../server/build-app';
import { load } from './load';
import { alternate, type Measure } from './measure';
import { acceptMadeList, openWorkbench } from './workbench';

/** A small page with nonce, session cookie and limits, and next to nothing of its own. */
const barePath = '/verify';
const seconds = 4;

/** Queries that one request of the path sends, as PostgreSQL counts the statements of its transactions. */
export async function countQueries(client: pg.Client, address: string, path: string, cookie: string): Promise<number> {
  const count = async () => Number((await client.query('SELECT coalesce(sum(calls), 0) AS n FROM pg_stat_statements')).rows[0].n);
  await (await fetch(address + path, { headers: { cookie } })).text();
  const before = await count();
  await (await fetch(address + path, { headers: { cookie } })).text();
  return (await count()) - before;
}

export async function serveOurs(): Promise<{ address: string; close: () => Promise<void> }> {
  const { openWeb } = await import('../server/web-server');
  const { environment } = await import('~/env.server');
  const settings = environment();
  const web = openWeb({
    environment: settings,
    build: await import(pathToFileURL(buildFolder.server).href),
    clientFolder: buildFolder.client,
    migrations: migrationNames(),
  });
  await once(web.server.listen(settings.PORT, settings.HOST), 'listening');
  const bound = web.server.address();
  return { address: `http://localhost:${typeof bound === 'object' ? bound?.port : settings.PORT}`, close: web.close };
}

export const list10k = () => listOf(10_000, 'list-10k');
export const list100k = () => listOf(100_000, 'list-100k');

/** Nine of ten suppliers scored, with ranks. */
const madeScores = `
  UPDATE "Supplier" s SET "scoreStatus" = 'scored', "score" = m.score, "scoreLow" = m.score - 8, "scoreHigh" = m.score + 6, "basis" = 'D',
    "band" = CASE WHEN m.score >= 80 THEN 'severe' WHEN m.score >= 65 THEN 'high' WHEN m.score >= 45 THEN 'elevated' WHEN m.score >= 25 THEN 'moderate' ELSE 'low' END,
    "placeBest" = m.place, "placeWorst" = m.place + 500, "inRiskiestTenth" = 0.1
  FROM (SELECT "partyId", (row_number() OVER (ORDER BY "partyId") * 37 % 970) / 10.0 AS score, row_number() OVER (ORDER BY "partyId")::int AS place
    FROM "Supplier") m
  WHERE s."partyId" = m."partyId" AND m.place % 10 <> 0`;
/** Ways to look at the list of scored suppliers: as it opens, filtered, and without a score last. */
const looks = { 'by-risk': '', filtered: 'band=high&country=IN&audit=never', 'not-scored': 'view=not-scored' };

/** The supplier list of an organization with that many suppliers against the bare route of the same server. */
async function listOf(rows: number, measure: string): Promise<Measure[]> {
  await buildApp(console.error);
  const bench = await openWorkbench({ settings: ['shared_preload_libraries=pg_stat_statements'] });
  const web = await serveOurs();
  try {
    const { commitBatch } = await import('~/suppliers/import/commit-batch.server');
    const { refreshStatistics } = await import('~/suppliers/import/refresh-statistics.server');
    const { member, batch } = await acceptMadeList(rows);
    await commitBatch(member.inOrganization, batch);
    await refreshStatistics(member.inOrganization, rows);
    const small = await acceptMadeList(60);
    await commitBatch(small.member.inOrganization, small.batch);
    const list = `${web.address}/o/${member.organization.slug}/suppliers`;
    const [value, reference] = await alternate(
      3,
      async () => (await load(list, { cookie: member.cookie, seconds })).p97_5,
      async () => (await load(web.address + barePath, { cookie: member.cookie, seconds })).p97_5,
    );
    const against = `the bare route ${barePath}`;
    const measures: Measure[] = [{ measure, value, unit: 'ms p97.5', against, reference, target: 3 }];
    const client = new pg.Client({ connectionString: bench.superuserUrl });
    await client.connect();
    try {
      await member.inOrganization((db) => db.$executeRawUnsafe(madeScores), { timeoutMs: 300_000 });
      await refreshStatistics(member.inOrganization, rows);
      for (const [name, query] of Object.entries(looks)) {
        const [time, bare] = await alternate(
          2,
          async () => (await load(`${list}?${query}`, { cookie: member.cookie, seconds })).p97_5,
          async () => (await load(web.address + barePath, { cookie: member.cookie, seconds })).p97_5,
        );
        measures.push({ measure: `${measure}-${name}`, value: time, unit: 'ms p97.5', against, reference: bare, target: 4 });
      }
      await client.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
      const many = await countQueries(client, web.address, `/o/${member.organization.slug}/suppliers`, member.cookie);
      const few = await countQueries(client, web.address, `/o/${small.member.organization.slug}/suppliers`, small.member.cookie);
      measures.push({ measure: `${measure}-queries`, value: many, unit: 'queries', against: 'the list of 60', reference: few, target: 1 });
    } finally {
      await client.end();
    }
    return measures;
  } finally {
    await web.close();
    await bench.close();
  }
}

/** The bare route with all our headers, session and limits, against the same build behind `remix-serve`. */
export async function bareRoute(): Promise<Measure[]> {
  await buildApp(console.error);
  const bench = await openWorkbench();
  const web = await serveOurs();
  const script = join(dirname(createRequire(import.meta.url).resolve('@remix-run/serve/package.json')), 'dist', 'cli.js');
  const port = String(new URL(web.address).port === '39877' ? 39_878 : 39_877);
  const plain = spawn(process.execPath, [script, buildFolder.server], {
    env: { ...process.env, PORT: port, HOST: '127.0.0.1' },
    stdio: 'ignore',
  });
  const plainAddress = `http://127.0.0.1:${port}`;
  try {
    for (let attempt = 0; attempt < 100; attempt++) {
      if (
        await fetch(plainAddress + barePath).then(
          ({ ok }) => ok,
          () => false,
        )
      )
        break;
      await sleep(100);
    }
    // Time a request: the inverse of requests a second.
    const [value, reference] = await alternate(
      5,
      async () => 1_000 / (await load(web.address + barePath, { seconds })).requestsPerSecond,
      async () => 1_000 / (await load(plainAddress + barePath, { seconds })).requestsPerSecond,
    );
    return [{ measure: 'bare-route', value, unit: 'ms a request', against: 'remix-serve with the same build', reference, target: 1 }];
  } finally {
    plain.kill('SIGTERM');
    await web.close();
    await bench.close();
  }
}
