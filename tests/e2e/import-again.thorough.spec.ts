import pg from 'pg';
import { reachDatabase } from '../../prisma/embedded';
import { newViolations, overflow } from './inspect';
import { expect, openColumns, type Organization, type Page, test, textFile, uniqueName } from './journey';
import { countNow } from './read-now';

async function inDatabase(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const { url } = await reachDatabase({ dataDir: process.env.E2E_DATA_DIR ?? '', databaseUrl: process.env.DATABASE_URL });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await work(client).finally(() => client.end());
}

/** Makes the database reject the end of one import in that many attempts of its run. */
async function refuse(batchId: string, tries: number): Promise<() => Promise<void>> {
  const name = `refuse_${batchId.replaceAll('-', '')}`;
  await inDatabase((client) =>
    client.query(`
      CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF (SELECT max("attempt") FROM "JobRun" WHERE "subjectId" = NEW."id" AND "kind" = 'commit-import') <= ${tries} THEN
            RAISE EXCEPTION 'refused for a test';
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER ${name} BEFORE UPDATE ON "ImportBatch" FOR EACH ROW
        WHEN (NEW."id" = '${batchId}' AND NEW."status" = 'committed') EXECUTE FUNCTION ${name}()`),
  );
  return () => inDatabase((client) => client.query(`DROP TRIGGER ${name} ON "ImportBatch"; DROP FUNCTION ${name}()`));
}

/** Prepares a list up to the button that accepts it. */
async function prepare(page: Page, { path }: Organization, name: string): Promise<string> {
  await page.goto(`${path}/suppliers/import`);
  await page.getByLabel('Your list').setInputFiles(textFile(`${name}.csv`, `Supplier;Country\r\n${name};Vietnam\r\n`));
  await page.getByRole('button', { name: 'Upload list' }).click();
  await openColumns(page);
  await page.getByRole('button', { name: 'Check rows' }).click();
  await page.getByRole('link', { name: 'Continue to check' }).first().click();
  await expect(page.getByRole('button', { name: 'Import 1 row' })).toBeVisible();
  return /import\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
}

const imported = (page: Page) => page.getByRole('heading', { name: 'Import complete' });

test('An interrupted import that is retried says so, and is followed to its end without a reload', async ({
  memberPage: page,
  organization,
}) => {
  const release = await refuse(await prepare(page, organization, uniqueName('Mill')), 2);
  try {
    await page.getByRole('button', { name: 'Import 1 row' }).click();
    // The second attempt begins after some three seconds, the third after some seven more.
    await expect(page.getByText(/Attempt \d of 3 stopped because of an unexpected error/)).toBeVisible({
      timeout: 60_000,
    });
    await expect(page.getByText(/Attempt \d of 3 starts automatically at about \d\d:\d\d:\d\d UTC/)).toBeVisible();
    expect(await countNow(page.getByText('The import stopped. Nothing was saved.'))).toBe(0);
    await expect(imported(page)).toBeVisible({ timeout: 90_000 });
  } finally {
    await release();
  }
});

test('An import without attempts left says that it stopped, what to do, and continues on request', async ({
  memberPage: page,
  organization,
}) => {
  const release = await refuse(await prepare(page, organization, uniqueName('Mill')), 3);
  try {
    await page.getByRole('button', { name: 'Import 1 row' }).click();
    await expect(page.getByText('The import stopped. Nothing was saved.')).toBeVisible({ timeout: 120_000 });
    await expect(page.getByText('The job was tried 3 times and stopped each time because of an unexpected error.')).toBeVisible();
    expect(await newViolations(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await overflow(page), 'at 360 px').toBe('fits');
  } finally {
    await release();
  }
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(imported(page)).toBeVisible({ timeout: 90_000 });
});
