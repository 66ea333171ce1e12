import pg from 'pg';

/**
 * Deletes the demonstration organizations with all their rows, as the owner of the tables, in one transaction. What an organization may never delete (issued
 * documents, activity, approvals) goes too: policies and triggers that keep it are off for this transaction alone, under a lock of the tables.
 * @returns how many organizations were deleted
 * @throws when the tables stay in use for 20 seconds, or when a row of another organization refers to one of these; nothing is deleted then
 */
export async function deleteDemonstration(ownerUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("BEGIN; SET LOCAL lock_timeout = '20s'");
    const { rows: organizations } = await client.query<{ id: string }>('SELECT "id" FROM "Organization" WHERE "isDemonstration"');
    const ids = organizations.map(({ id }) => id);
    if (ids.length > 0) {
      const tables = await tenantTables(client);
      for (const { name } of tables) await client.query(`ALTER TABLE "${name}" NO FORCE ROW LEVEL SECURITY, DISABLE TRIGGER USER`);
      await deleteRows(client, tables, ids);
      await client.query('DELETE FROM "Organization" WHERE "id" = ANY($1)', [ids]);
      for (const { name, isForced } of tables)
        await client.query(`ALTER TABLE "${name}" ${isForced ? '' : 'NO '}FORCE ROW LEVEL SECURITY, ENABLE TRIGGER USER`);
    }
    await client.query('COMMIT');
    return ids.length;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  } finally {
    await client.end();
  }
}

/** `selfKeys`: columns by which rows refer to rows of the same table that may not be deleted before them. */
type TenantTable = { name: string; isForced: boolean; selfKeys: { own: string; other: string }[] };

async function tenantTables(client: pg.Client): Promise<TenantTable[]> {
  const { rows } = await client.query<TenantTable>(`
    SELECT t.relname AS name, t.relforcerowsecurity AS "isForced", COALESCE((
      SELECT json_agg(json_build_object('own', own.attname, 'other', other.attname))
      FROM pg_constraint c, unnest(c.conkey, c.confkey) AS k(own, other)
        JOIN pg_attribute own ON own.attrelid = t.oid AND own.attnum = k.own
        JOIN pg_attribute other ON other.attrelid = t.oid AND other.attnum = k.other
      WHERE c.contype = 'f' AND c.conrelid = t.oid AND c.confrelid = t.oid AND c.confdeltype = 'r' AND own.attname <> 'organizationId'
    ), '[]') AS "selfKeys"
    FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attname = 'organizationId' AND NOT a.attisdropped
    WHERE t.relkind = 'r' AND t.relnamespace = 'public'::regnamespace ORDER BY t.relname`);
  return rows;
}

/** Deletes table by table. One whose rows are still referred to is tried again after the others, as long as a round deletes something. */
async function deleteRows(client: pg.Client, tables: readonly TenantTable[], ids: readonly string[]): Promise<void> {
  let left = tables;
  while (left.length > 0) {
    const refused: TenantTable[] = [];
    let reason: unknown;
    for (const table of left) {
      await client.query('SAVEPOINT one_table');
      try {
        await deleteOwnRows(client, table, ids);
      } catch (error) {
        if (!isStillReferredTo(error)) throw error;
        reason = error;
        await client.query('ROLLBACK TO SAVEPOINT one_table');
        refused.push(table);
      }
    }
    if (refused.length === left.length) throw reason;
    left = refused;
  }
}

async function deleteOwnRows(client: pg.Client, { name, selfKeys }: TenantTable, ids: readonly string[]): Promise<void> {
  const unreferred = selfKeys
    .map(
      ({ own, other }) =>
        `AND NOT EXISTS (SELECT 1 FROM "${name}" c WHERE c."organizationId" = r."organizationId" AND c."${own}" = r."${other}")`,
    )
    .join(' ');
  for (;;) {
    const { rowCount } = await client.query(`DELETE FROM "${name}" r WHERE r."organizationId" = ANY($1) ${unreferred}`, [ids]);
    if (selfKeys.length === 0 || !rowCount) return;
  }
}

function isStillReferredTo(error: unknown): boolean {
  return error instanceof pg.DatabaseError && (error.code === '23503' || error.code === '23001');
}
