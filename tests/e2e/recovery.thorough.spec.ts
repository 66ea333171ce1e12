import { expect, newAccount, uniqueName, signUp, test, textFile } from './journey';
import { startServer } from './own-server';

const rows = 3_000;

test('An import survives the end of every process in its middle: after the next start each row is there once', async ({ browser }) => {
  test.setTimeout(600_000);
  const server = await startServer({});
  try {
    const context = await browser.newContext({ baseURL: server.address });
    const page = await context.newPage();
    const { path } = await signUp(page, newAccount(), { kind: 'Company that buys from suppliers', name: uniqueName('Buyer') });
    const lines = Array.from({ length: rows }, (_, row) => `Mill ${row},VN,14,${100 + row}`);
    await page.goto(`${path}/suppliers/import`);
    await page.getByLabel('Your list').setInputFiles(textFile('mills.csv', ['Supplier,Country,Sector,Workers', ...lines].join('\n')));
    await page.getByRole('button', { name: 'Upload list' }).click();
    await page.getByRole('button', { name: 'Check rows' }).click();
    await page.getByRole('link', { name: 'Continue to check' }).first().click();
    await page.getByRole('button', { name: /^Import [\d,]+ rows?$/ }).click();
    // It was accepted, and the worker is running it.
    await expect(page.getByRole('progressbar')).toBeVisible();
    const importing = page.url();
    await server.kill();

    await server.start();
    await page.goto(importing);
    await expect(page.getByRole('heading', { name: 'Import complete' })).toBeVisible({ timeout: 240_000 });
    const csv = await (await page.request.get(`${path}/suppliers/export`)).text();
    const names = csv.match(/Mill \d+/g) ?? [];
    expect([names.length, new Set(names).size]).toEqual([rows, rows]);
  } finally {
    await server.stop();
  }
});
