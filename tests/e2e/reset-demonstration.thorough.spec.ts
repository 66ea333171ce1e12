import { addSupplier, expect, test, uniqueName } from './journey';
import { startServer } from './own-server';

test('a visitor resets the demonstration: what was entered is gone, its first state is back, and it opens again', async ({ browser }) => {
  test.setTimeout(480_000);
  // Its own server: a reset deletes the demonstration that the other tests read.
  const server = await startServer({ DEMONSTRATION: 'on' });
  try {
    const context = await browser.newContext({ baseURL: server.address });
    const page = await context.newPage();
    const open = async () => {
      await page.getByRole('button', { name: 'Open as Compliance manager', exact: true }).click();
      await page.waitForURL(/\/o\/[^/]+$/);
      return new URL(page.url()).pathname;
    };
    await page.goto('/demonstration');
    const path = await open();
    const suppliers = async (home: string) => (await page.request.get(`${home}/suppliers/export`)).text();
    const before = await suppliers(path);
    const entered = uniqueName('Mill');
    await addSupplier(page, { slug: path.slice(3), name: '', path }, { name: entered, country: 'VN' });
    expect(await suppliers(path)).toContain(entered);

    await test.step('cancelling leaves everything as it is', async () => {
      await page.getByRole('link', { name: 'Reset demonstration' }).click();
      await page.waitForURL(`**${path}/demonstration/reset`);
      await page.getByRole('link', { name: 'Cancel' }).click();
      await page.waitForURL(`**${path}`);
      expect(await suppliers(path)).toContain(entered);
    });

    await page.getByRole('link', { name: 'Reset demonstration' }).click();
    await page.getByRole('button', { name: 'Reset demonstration' }).click();
    // The page asks again until the new organizations are there.
    await page.waitForURL('**/demonstration?reset=*');
    await expect(page.getByRole('button', { name: /^Open as / })).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Open as Compliance manager', exact: true })).toBeVisible({ timeout: 240_000 });
    const after = await suppliers(await open());
    expect(after).not.toContain(entered);
    const names = (list: string) => list.split('\n').length;
    expect(names(after)).toBe(names(before));
    await context.close();
  } finally {
    await server.stop();
  }
});
