import { parseArgs } from 'node:util';
import { closeRootDb } from '~/access/root-db.server';
import { readSettings } from '~/env.server';
import type { ComparedScores } from '~/risk/reference-tables/compared-scores';
import { formatOf, type Remark } from '~/risk/reference-tables/formats';
import { remarkText } from '~/risk/reference-tables/remark-labels';
import { ownTableKinds } from '#scoring';
import { provideSecret, reachDatabase } from '../prisma/embedded';
import { appUrl } from '../prisma/role-passwords';
import { listTables, loadTable, withdrawTable } from './load-tables';

// `npm run tables -- load | withdraw | list …`: editions of reference tables of one organization. On DATABASE_URL, else on the data folder's own database, running
// or not. Exit code 2 when the command, the file or the database cannot be used.
const usage = `npm run tables -- load ORGANIZATION EMAIL TABLE FILE --title TITLE --licence LICENCE [--producer WHO] [--published DATE] [--confirm]
npm run tables -- withdraw ORGANIZATION EMAIL EDITION --reason REASON
npm run tables -- list ORGANIZATION
TABLE is one of ${ownTableKinds.join(', ')}. ORGANIZATION as its address names it (/o/ORGANIZATION), EMAIL of a member who may load tables.`;
const mostShown = 40;

const options = {
  title: { type: 'string' },
  licence: { type: 'string' },
  producer: { type: 'string' },
  published: { type: 'string' },
  reason: { type: 'string' },
  confirm: { type: 'boolean' },
} as const;

function sayRemarks(remarks: readonly Remark[]): void {
  for (const remark of remarks.slice(0, mostShown))
    console.error(`  ${remark.row === null ? 'file' : `row ${remark.row}`}: ${remarkText(remark)}`);
  if (remarks.length > mostShown) console.error(`  … and ${remarks.length - mostShown} more`);
}

function sayCompared({ suppliers, moved, up, down, named, raised, ended }: ComparedScores): void {
  console.log(`${moved} of ${suppliers} suppliers change their score, ${up} to a higher band and ${down} to a lower one.`);
  console.log(`${raised} alerts are raised and ${ended} end.`);
  const figure = (each: ComparedScores['named'][number]['before']) => (each ? `${each.band} ${each.score}` : 'not scored');
  for (const { publicId, name, before, after } of named.slice(0, mostShown))
    console.log(`  ${publicId} ${name}: ${figure(before)} to ${figure(after)}`);
  if (named.length > mostShown) console.log(`  … and ${moved - mostShown} more`);
}

async function work(
  ownerUrl: string,
  args: { positionals: string[]; values: Record<string, string | boolean | undefined> },
): Promise<void> {
  const [act, slug, email, third, path] = args.positionals;
  const text = (name: string) => (typeof args.values[name] === 'string' ? args.values[name] : undefined);
  if (act === 'list' && slug) {
    for (const { id, kind, title, state, readRows } of await listTables({ ownerUrl, slug }))
      console.log(`${id} ${kind}: ${title}, ${readRows} rows, ${state.code}`);
    return;
  }
  if (act === 'withdraw' && slug && email && third) {
    await withdrawTable({ ownerUrl, slug, email, id: third, reason: text('reason') ?? '', now: new Date() });
    console.log('Taken back. All suppliers are scored again while the application runs.');
    return;
  }
  if (act !== 'load' || !slug || !email || !third || !path) throw new Error(usage);
  const producer = text('producer') ?? ownTableKinds.flatMap((kind) => (kind === third ? [formatOf(kind).defaultProducer] : []))[0];
  const described = { title: text('title'), licence: text('licence'), producer, publishedOn: text('published') };
  const isConfirmed = args.values.confirm === true;
  const loaded = await loadTable({ ownerUrl, slug, email, kind: third, path, described, isConfirmed, now: new Date() });
  console.log(`${loaded.read} rows read, ${loaded.refused} not.`);
  sayRemarks(loaded.remarks);
  if (loaded.compared) sayCompared(loaded.compared);
  if (isConfirmed) console.log(`In force as ${loaded.id}. All suppliers are scored again while the application runs.`);
  else console.log(`Kept as ${loaded.id}: confirm it at /o/${slug}/settings/reference-tables/${loaded.id}, or load it with --confirm.`);
}

async function run(): Promise<void> {
  const args = parseArgs({ allowPositionals: true, options });
  const settings = readSettings();
  const database = await reachDatabase({ dataDir: settings.DATA_DIR, databaseUrl: settings.DATABASE_URL });
  try {
    const secret = settings.APP_SECRET ?? provideSecret(settings.DATA_DIR, 'app-secret');
    Object.assign(process.env, { APP_SECRET: secret, APP_DATABASE_URL: settings.APP_DATABASE_URL ?? appUrl(database.url, secret) });
    await work(database.url, args);
  } finally {
    await closeRootDb();
    await database.stop();
  }
}

run().catch((error: unknown) => {
  console.error(error instanceof Error && !process.env.DEBUG ? error.message : error);
  process.exitCode = 2;
});
