import pg from 'pg';
import { alternate, type Measure, time } from './measure';
import { acceptMadeList, openWorkbench } from './workbench';

/** What the reading of a file writes, in the order of the foreign keys, and what its commit writes after it. */
const ofFile = ['StoredFile', 'ImportBatch', 'ImportRow'];
const tables = ['Source', 'Party', 'Supplier', 'Site', 'LabourRecruiter', 'SupplyLink', 'Fact', 'Activity'];

/** The columns of a table that an INSERT may name, as SQL: all but generated ones. */
async function writtenColumns(client: pg.Client, table: string): Promise<string> {
  const { rows } = await client.query(
    `SELECT column_name FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER' ORDER BY ordinal_position`,
    [table],
  );
  return rows.map(({ column_name }) => `"${column_name}"`).join(', ');
}

/** Copies an organization's rows into temporary tables of another organization, and measures INSERT … SELECT of them alone. */
async function insertSame(client: pg.Client, from: string, tables: readonly string[]): Promise<number> {
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
  // Rows of a source lead to rows of the file; where those stay behind, the references to them do too.
  if (!tables.includes('ImportRow')) await client.query(`UPDATE "copy_Source" SET "kind" = 'member', "importRowId" = NULL`);
  await client.query(`SELECT set_config('app.organization_id', $1, true)`, [to]);
  const written = await Promise.all(tables.map(async (table) => [table, await writtenColumns(client, table)] as const));
  const took = await time(async () => {
    for (const [table, columns] of written)
      await client.query(`INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM "copy_${table}"`);
    await client.query('COMMIT');
  });
  return took;
}

/** What a commit takes, against INSERT … SELECT of the same rows into the same tables with the same indexes. */
async function importRows(rows: number, rounds: number, { fromFile }: { fromFile: boolean }): Promise<[number, number]> {
  const bench = await openWorkbench();
  const client = new pg.Client({ connectionString: bench.ownerUrl });
  await client.connect();
  try {
    const { commitBatch } = await import('~/suppliers/import/commit-batch.server');
    let latest = '';
    const ours = async () => {
      let took = 0;
      const { member, batch } = await acceptMadeList(rows, async (staging) => {
        took += await time(staging);
      });
      if (!fromFile) took = 0;
      latest = member.organization.id;
      return (
        took +
        (await time(async () => {
          const result = await commitBatch(member.inOrganization, batch);
          if (result.kind !== 'committed') throw new Error('The list was not committed.');
        }))
      );
    };
    return await alternate(rounds, ours, () => insertSame(client, latest, fromFile ? [...ofFile, ...tables] : tables));
  } finally {
    await client.end();
    await bench.close();
  }
}

/** Importing 10,000 rows, from accepted to visible. */
export async function import10k(): Promise<Measure[]> {
  const [value, reference] = await importRows(10_000, 3, { fromFile: false });
  return [{ measure: 'import-10k', value, unit: 'ms', against: 'INSERT … SELECT of the same rows', reference, target: 2 }];
}

/** Importing 100,000 rows from the bytes of the file: read, validated, reported on, accepted and written. */
export async function import100k(): Promise<Measure[]> {
  const [value, reference] = await importRows(100_000, 1, { fromFile: true });
  return [{ measure: 'import-100k', value, unit: 'ms', against: 'INSERT … SELECT of the same rows', reference, target: 2 }];
}
