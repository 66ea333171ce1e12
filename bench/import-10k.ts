import pg from 'pg';
import { alternate, type Measure, time } from './measure';
import { acceptMadeList, openWorkbench } from './workbench';

/** What a commit writes, in the order of the foreign keys. */
const tables = ['Source', 'Party', 'Supplier', 'Site', 'LabourProvider', 'SupplyLink', 'Fact', 'Activity'];

/** Copies an organization's rows into temporary tables of another organization, and measures INSERT … SELECT of them alone. */
async function insertSame(client: pg.Client, from: string): Promise<number> {
  const { rows } = await client.query(
    `INSERT INTO "Organization" ("slug", "name", "kind") VALUES ('copy-' || gen_random_uuid(), 'Copy', 'company') RETURNING "id"`,
  );
  const to: string = rows[0].id;
  await client.query('BEGIN');
  await client.query(`SELECT set_config('app.organization_id', $1, true)`, [from]);
  for (const table of tables) {
    await client.query(`CREATE TEMP TABLE "copy_${table}" ON COMMIT DROP AS SELECT * FROM "${table}" WHERE "organizationId" = '${from}'`);
    await client.query(`UPDATE "copy_${table}" SET "organizationId" = '${to}'`);
  }
  // Rows of a source lead to rows of the file, which stay where they are.
  const { rows: fileRows } = await client.query(
    `SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'Source' AND column_name LIKE 'importRow%'`,
  );
  await client.query(`UPDATE "copy_Source" SET "kind" = 'member'`);
  for (const { name } of fileRows) await client.query(`UPDATE "copy_Source" SET "${name}" = NULL`);
  await client.query(`SELECT set_config('app.organization_id', $1, true)`, [to]);
  const took = await time(async () => {
    for (const table of tables) await client.query(`INSERT INTO "${table}" SELECT * FROM "copy_${table}"`);
    await client.query('COMMIT');
  });
  return took;
}

/** Importing 10,000 rows, from accepted to visible, against INSERT … SELECT of the same rows into the same tables with the same indexes. */
export async function import10k(): Promise<Measure[]> {
  const bench = await openWorkbench();
  const client = new pg.Client({ connectionString: bench.ownerUrl });
  await client.connect();
  try {
    const { commitBatch } = await import('~/features/supplier-import/commit-batch.server');
    let latest = '';
    const ours = async () => {
      const { member, batch } = await acceptMadeList(10_000);
      latest = member.organization.id;
      return time(async () => {
        const result = await commitBatch(member.inOrganization, batch);
        if (result.kind !== 'committed') throw new Error('The list was not committed.');
      });
    };
    const [value, reference] = await alternate(3, ours, () => insertSame(client, latest));
    return [{ measure: 'import-10k', value, unit: 'ms', against: 'INSERT … SELECT of the same rows', reference, target: 2 }];
  } finally {
    await client.end();
    await bench.close();
  }
}
