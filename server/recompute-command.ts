import { parseArgs } from 'node:util';
import { engineVersion } from '#scoring';
import { z } from 'zod';
import { closeRootDb } from '~/access/root-db.server';
import { readSettings } from '~/env.server';
import type { DifferenceReason } from '~/risk/scores/compare-again';
import type { RecomputedScore } from '~/risk/scores/recompute-stored.server';
import { provideSecret, reachDatabase } from '../prisma/embedded';
import { appUrl } from '../prisma/role-passwords';
import { recomputeScores } from './recompute-scores';

// `npm run score:recompute -- --as-of DATE`: on DATABASE_URL, else on the data folder's own database, running or not. Exit code 0 when every
// score of this method comes out the same byte by byte, 1 when one does not, 2 when the command or the database cannot be used.
const mostShown = 100;

const reasonWords: Record<DifferenceReason, string> = {
  input: 'input changed: what is stored is not what was scored',
  vintage: 'table vintage changed: another edition is in force for that day',
  parameters: 'dated numbers changed: another value is in force for that day',
  engine: 'engine version changed',
  unexplained: 'unexplained: same input, tables, numbers and version',
};

function lineOf(organizationId: string, { scoreId, supplier, asOf, compared }: RecomputedScore): string {
  const who = `  ${supplier}, score ${scoreId} as of ${asOf}, organization ${organizationId}`;
  if (compared.kind === 'impossible') return `${who}: cannot be made again (${compared.reason})`;
  if (compared.kind !== 'differs') return `${who}: ${compared.kind}`;
  const value = (score: number | null) => (score === null ? 'not scored' : String(score));
  return `${who}: ${value(compared.before)} to ${value(compared.after)} (${compared.detail.join('; ')})`;
}

async function run(): Promise<number> {
  const { values } = parseArgs({ options: { 'as-of': { type: 'string' } } });
  const asOf = z.iso.date().safeParse(values['as-of'] ?? new Date().toISOString().slice(0, 10));
  if (!asOf.success) throw new Error(`--as-of: "${values['as-of']}" is no day; write it as 2026-11-25.`);
  const settings = readSettings();
  const database = await reachDatabase({ dataDir: settings.DATA_DIR, databaseUrl: settings.DATABASE_URL });
  try {
    const secret = settings.APP_SECRET ?? provideSecret(settings.DATA_DIR, 'app-secret');
    Object.assign(process.env, { APP_SECRET: secret, APP_DATABASE_URL: settings.APP_DATABASE_URL ?? appUrl(database.url, secret) });
    let others = 0;
    const counts = await recomputeScores({
      ownerUrl: database.url,
      asOf: asOf.data,
      onOther: (organizationId, score) => {
        others += 1;
        if (others <= mostShown) console.log(lineOf(organizationId, score));
      },
    });
    if (others > mostShown) console.log(`  … and ${others - mostShown} more`);
    console.log(`${counts.equal} of ${counts.scores} equal, scored as of ${asOf.data} or before, by method ${engineVersion}`);
    if (counts.equalOtherVersion > 0) console.log(`  of these ${counts.equalOtherVersion} were made by another version of the method`);
    for (const [reason, words] of Object.entries(reasonWords)) {
      const count = Object.entries(counts.reasons).find(([key]) => key === reason)?.[1] ?? 0;
      if (count > 0) console.log(`  ${count} differ, ${words}`);
    }
    if (counts.documents > 0) console.log(`${counts.documents} made by an earlier method: kept as documents, not computed again`);
    if (counts.impossible > 0) console.log(`  ${counts.impossible} cannot be made again`);
    console.log(`${counts.inputsChanged} of ${counts.current} suppliers have other inputs today than their newest score was made from`);
    return counts.equal === counts.scores ? 0 : 1;
  } finally {
    await closeRootDb();
    await database.stop();
  }
}

run().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    // Error messages of Prisma and PostgreSQL for a missing table or column.
    if (['P2021', 'P2022', '42P01', '42703'].includes(String(code))) console.error('The database lacks migrations: npm run db:migrate');
    else console.error(error instanceof Error && !process.env.DEBUG ? error.message : error);
    process.exitCode = 2;
  },
);
