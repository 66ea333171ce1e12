import pg from 'pg';
import { inject } from 'vitest';
import { appUrl } from '../../prisma/role-passwords';

/** URLs of this worker's database: as its owner, as manumit_app, as manumit_respondent. The environment already names all three. */
export function testDatabase(): { ownerUrl: string; appUrl: string; respondentUrl: string } {
  const ownerUrl = process.env.DATABASE_URL;
  if (!ownerUrl) throw new Error('Name a test that needs the database *.db.test.ts.');
  const { secret } = inject('database');
  return { ownerUrl, appUrl: appUrl(ownerUrl, secret), respondentUrl: appUrl(ownerUrl, secret, 'manumit_respondent') };
}

/** Runs `work` on a raw connection of its own, closed afterwards. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
