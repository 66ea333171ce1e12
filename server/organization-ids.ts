import pg from 'pg';

const page = 100;

/** Ids of all organizations in order, a hundred at a time. Read by the owner; what belongs to one is read inside it, by row-level security. */
export async function* organizationIds(ownerUrl: string): AsyncGenerator<string> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const { rows } = await client.query<{ id: string }>('SELECT "id" FROM "Organization" WHERE "id" > $1 ORDER BY "id" LIMIT $2', [
        after,
        page,
      ]);
      for (const { id } of rows) yield id;
      const last = rows.at(-1);
      if (last === undefined || rows.length < page) return;
      after = last.id;
    }
  } finally {
    await client.end();
  }
}
