import { addSupplier, expect, newAccount, uniqueName, signUp, test, textFile } from './journey';
import { type OwnServer, type PartOfServer, startServer } from './own-server';
import { ended } from '../setup/run/application';

// The only test that asserts a duration: how soon a killed process is replaced.
const within = 10_000;
const rows = 3_000;

/** Whether an address returns 200 on a connection of its own. */
const answers = (address: string) =>
  fetch(address, { headers: { connection: 'close' } }).then(
    ({ ok }) => ok,
    () => false,
  );

const readyAgain = {
  web: /"event":"process\.restarted","child":"web"/g,
  worker: /"event":"process\.restarted","child":"worker"/g,
  postgres: /"event":"process\.restarted","child":"database"/g,
};

/**
 * Kills one process of a kind and measures how long it took until it was replaced. Other web processes respond while one is missing; without worker or database
 * no work is done.
 */
async function killOne(server: OwnServer, part: PartOfServer): Promise<void> {
  const times = () => server.log().match(readyAgain[part])?.length ?? 0;
  const before = times();
  const [killed] = server.parts(part);
  if (killed === undefined) throw new Error(`no ${part} process runs`);
  const start = performance.now();
  const seconds = () => ((performance.now() - start) / 1_000).toFixed(1);
  process.kill(killed, 'SIGKILL');
  const isBack = async () => (part === 'web' || times() > before) && (await answers(`${server.address}/readyz`));
  await expect.poll(isBack, { timeout: within, intervals: [50] }).toBe(true);
  const back = seconds();
  await expect.poll(times, { timeout: 120_000, intervals: [50] }).toBe(before + 1);
  console.log(`${part}: back after ${back} s, replaced after ${seconds()} s`);
}

test('Each killed process is replaced within ten seconds, and acknowledged data is kept', async ({ browser }) => {
  test.setTimeout(600_000);
  const server = await startServer({ WEB_PROCESSES: '2' });
  try {
    const context = await browser.newContext({ baseURL: server.address });
    const page = await context.newPage();
    const organization = await signUp(page, newAccount(), { kind: 'Company that buys from suppliers', name: uniqueName('Buyer') });
    const suppliers = async () => (await page.request.get(`${organization.path}/suppliers/export`)).text();
    for (const part of ['web', 'worker', 'postgres', 'web'] as const) {
      const name = uniqueName('Mill');
      await addSupplier(page, organization, { name, country: 'VN', sector: '14', workers: '120' });
      await killOne(server, part);
      expect(await suppliers()).toContain(name);
    }

    await test.step('an accepted import completes, though worker and database are killed', async () => {
      const lines = Array.from({ length: rows }, (_, row) => `Weaver ${row},VN,14,${100 + row}`);
      await page.goto(`${organization.path}/suppliers/import`);
      await page.getByLabel('Your list').setInputFiles(textFile('weavers.csv', ['Supplier,Country,Sector,Workers', ...lines].join('\n')));
      await page.getByRole('button', { name: 'Upload list' }).click();
      await page.getByRole('button', { name: 'Check rows' }).click();
      await page.getByRole('link', { name: 'Continue to check' }).first().click();
      await page.getByRole('button', { name: /^Import [\d,]+ rows?$/ }).click();
      await expect(page.getByRole('progressbar')).toBeVisible();
      await killOne(server, 'worker');
      await killOne(server, 'postgres');
      await page.goto(page.url());
      await expect(page.getByRole('heading', { name: 'Import complete' })).toBeVisible({ timeout: 240_000 });
      const names = (await suppliers()).match(/Weaver \d+/g) ?? [];
      expect([names.length, new Set(names).size]).toEqual([rows, rows]);
    });

    await test.step('no process outlives its parent, and the next start takes the folder over', async () => {
      const left = [...server.parts('web'), ...server.parts('worker')];
      server.parent().kill('SIGKILL');
      await ended(server.parent());
      expect(await answers(`${server.address}/livez`)).toBe(false);
      const isThere = (pid: number) => {
        try {
          return process.kill(pid, 0);
        } catch {
          return false;
        }
      };
      await expect.poll(() => left.filter(isThere), { timeout: 30_000 }).toEqual([]);
      await server.start();
      const names = (await suppliers()).match(/Weaver \d+/g) ?? [];
      expect(names).toHaveLength(rows);
    });
  } finally {
    await server.stop();
  }
});
