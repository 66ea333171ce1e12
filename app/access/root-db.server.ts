import { environment, shareOf } from '~/env.server';
import { PrismaClient } from './generated/client';
import { OneAtATime } from './one-at-a-time.server';

/** Connections of one role in one process: fewer where several processes share the database's. */
const poolSize = (): number => Math.min(10, Math.max(4, shareOf(20)));

let client: PrismaClient | undefined;
let respondents: PrismaClient | undefined;

/** The Prisma client as manumit_app, without an organization: only for global tables, only inside access/. */
export function rootDb(): PrismaClient {
  client ??= new PrismaClient({ adapter: new OneAtATime({ connectionString: environment().APP_DATABASE_URL, max: poolSize() }) });
  return client;
}

/** The Prisma client as manumit_respondent: one response at a time, through `forRespondent`. */
export function respondentDb(): PrismaClient {
  const { RESPONDENT_DATABASE_URL } = environment();
  if (RESPONDENT_DATABASE_URL === undefined)
    throw new Error('RESPONDENT_DATABASE_URL is missing: start the app with "npm start", which derives it.');
  respondents ??= new PrismaClient({ adapter: new OneAtATime({ connectionString: RESPONDENT_DATABASE_URL, max: poolSize() }) });
  return respondents;
}

/** Closes the pools; the next call opens new ones. */
export async function closeRootDb(): Promise<void> {
  await Promise.all([client?.$disconnect(), respondents?.$disconnect()]);
  client = undefined;
  respondents = undefined;
}
