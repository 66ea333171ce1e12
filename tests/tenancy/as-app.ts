import pg from 'pg';
import { testDatabase } from '../setup/test-database';

export type Scope = { organizationId?: string; userId?: string; role?: string };
export type Outcome = { rows: Record<string, unknown>[]; count: number; code: string | null };

/** A connection as the role of the app. */
export async function connectAsApp(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: testDatabase().appUrl });
  await client.connect();
  return client;
}

async function begin(client: pg.Client, { organizationId, userId }: Scope): Promise<void> {
  await client.query('BEGIN');
  if (organizationId !== undefined || userId !== undefined)
    await client.query(`SELECT set_config('app.organization_id', $1, true), set_config('app.user_id', $2, true)`, [
      organizationId ?? '',
      userId ?? '',
    ]);
}

/** Runs work in one transaction of an organization and commits it. */
export async function inScope<Result>(client: pg.Client, scope: Scope, work: () => Promise<Result>): Promise<Result> {
  await begin(client, scope);
  try {
    const result = await work();
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/** Runs one statement in a transaction of its own, which is rolled back. @returns its result, or the SQLSTATE of its refusal */
export async function attempt(client: pg.Client, scope: Scope, sql: string, values: unknown[] = []): Promise<Outcome> {
  await begin(client, scope);
  try {
    const { rows, rowCount } = await client.query(sql, values);
    return { rows, count: rowCount ?? 0, code: null };
  } catch (error) {
    if (error instanceof pg.DatabaseError) return { rows: [], count: 0, code: error.code ?? 'unknown' };
    throw error;
  } finally {
    await client.query('ROLLBACK');
  }
}
