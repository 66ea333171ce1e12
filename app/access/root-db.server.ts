import { PrismaPg } from '@prisma/adapter-pg';
import { environment } from '~/env.server';
import { PrismaClient } from './generated/client';

let client: PrismaClient | undefined;

/** The Prisma client as manumit_app, without an organization: only for global tables, only inside access/. */
export function rootDb(): PrismaClient {
  client ??= new PrismaClient({ adapter: new PrismaPg({ connectionString: environment().APP_DATABASE_URL, max: 10 }) });
  return client;
}

/** Closes the pool; the next call opens a new one. */
export async function closeRootDb(): Promise<void> {
  await client?.$disconnect();
  client = undefined;
}
