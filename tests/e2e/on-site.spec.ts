import type { Browser, BrowserContext } from '@playwright/test';
import sharp from 'sharp';
import { demonstrationPerson } from './demonstration';
import { overflow, violations } from './inspect';
import { addSupplier, expect, listenFor, newWord, openOrganization, type Page, signIn, test } from './journey';

const passphrase = 'seven boats on the river';

/** Plans an audit of a new supplier in an organization of the worker's person, who leads it. Answers the address of its recorder. */
async function planAudit(page: Page): Promise<{ onSite: string; supplier: string }> {
  const organization = await openOrganization(page);
  const supplier = newWord('Mill');
  const publicId = (await addSupplier(page, organization, { name: supplier, country: 'VN', workers: '300' })).split('/').at(-1) ?? '';
  await page.goto(`${organization.path}/audits/new?supplier=${publicId}`);
  await page.getByLabel('First day').fill('2026-12-01');
  await page.getByLabel('Last day').fill('2026-12-02');
  await page.getByRole('button', { name: 'Plan an audit' }).click();
  await page.waitForURL(/\/audits\/[0-9a-f-]{36}/);
  return { onSite: `${new URL(page.url()).pathname}/on-site`, supplier };
}

/** Opens the recorder on a device that holds nothing yet. */
async function begin(page: Page, onSite: string): Promise<void> {
  await page.goto(onSite);
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('Passphrase, again').fill(passphrase);
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByRole('link', { name: /^Child labour/ })).toBeVisible({ timeout: 30_000 });
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.waitForFunction(async () => {
    const [name] = await caches.keys();
    return name !== undefined && (await (await caches.open(name)).keys()).length > 2;
  });
}

async function unlock(page: Page, word = passphrase): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(word);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
}

const queue = (page: Page) => page.locator('[data-queue]');
const picture = (at: number) =>
  sharp({ create: { width: 320, height: 240, channels: 3, background: { r: (at * 37) % 256, g: (at * 91) % 256, b: 120 } } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '21/1 2/1 0/1' } })
    .jpeg()
    .toBuffer();

/** Answers questions until `count` are answered, the first choice of each, going from section to section. */
async function answerQuestions(page: Page, count: number): Promise<void> {
  const home = new URL(page.url()).pathname;
  await page.goto(`${home}#/`);
  const sections = await page.locator('a[href^="#/section/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  let answered = 0;
  for (const section of sections) {
    if (answered >= count) return;
    await page.goto(`${home}${section}`);
    await expect(page.locator('[data-view-title]')).toBeVisible();
    const keys = await page.locator('[data-check]').evaluateAll((cards) => cards.map((card) => card.getAttribute('data-check') ?? ''));
    for (const key of keys) {
      if (answered >= count) return;
      const card = page.locator(`[data-check="${key}"]`);
      const choice = card.locator('input[type=radio]').first();
      if (!(await card.isVisible()) || !(await choice.count()) || (await choice.getAttribute('name')) !== `${key}-answer`) continue;
      await choice.check();
      answered += 1;
    }
  }
}

async function addPhoto(page: Page, at: number): Promise<void> {
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: `IMG_${at}.jpg`, mimeType: 'image/jpeg', buffer: await picture(at) });
  const editor = page.locator('[data-photo-editor]');
  await editor.getByLabel('What it shows').fill(`Gate ${at}`);
  await editor.getByLabel(/^I looked/).check();
  await editor.getByRole('button', { name: 'Keep the photo' }).click();
  await expect(editor).toBeHidden();
}

async function sign(page: Page): Promise<void> {
  await page.goto(`${new URL(page.url()).pathname}#/signatures`);
  await page.getByRole('button', { name: 'Add a signature' }).click();
  await page.getByLabel('Function').fill('General manager');
  const pad = page.locator('[data-signature-pad]');
  const box = await pad.boundingBox();
  if (!box) throw new Error('no field to sign in');
  await page.mouse.move(box.x + 30, box.y + 40);
  await page.mouse.down();
  for (let step = 1; step <= 8; step += 1) await page.mouse.move(box.x + 30 + step * 20, box.y + 40 + (step % 2) * 30);
  await page.mouse.up();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('General manager')).toBeVisible();
}

/** A second device of the same person. */
async function otherDevice(
  browser: Browser,
  baseURL: string | undefined,
  troubles: string[],
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext(baseURL ? { baseURL } : {});
  const page = await context.newPage();
  listenFor(page, troubles);
  await signIn(page, demonstrationPerson('viewer'));
  await page.waitForURL(({ pathname }) => pathname !== '/sign-in');
  return { context, page };
}

test('A32: hours without network: 100 answers, 20 photos and a signature survive closing the tab, and the receipt says the same', async ({
  memberPage,
}) => {
  test.setTimeout(480_000);
  const { onSite } = await planAudit(memberPage);
  await begin(memberPage, onSite);
  const context = memberPage.context();
  await context.setOffline(true);
  // A clock that is wrong by years changes nothing.
  await memberPage.clock.setSystemTime(new Date('2019-03-01T00:00:00Z'));
  await answerQuestions(memberPage, 100);
  await memberPage.goto(`${onSite}#/photos`);
  for (let at = 0; at < 20; at += 1) await addPhoto(memberPage, at);
  await sign(memberPage);
  await expect(queue(memberPage)).toHaveText('To be sent: 100 answers, 20 photos, and 1 signature');
  await memberPage.close();

  const page = await context.newPage();
  await page.goto(onSite);
  await unlock(page, 'not the passphrase');
  await expect(page.getByText('This passphrase does not open the record.')).toBeVisible({ timeout: 30_000 });
  await unlock(page);
  await expect(queue(page)).toHaveText('To be sent: 100 answers, 20 photos, and 1 signature', { timeout: 30_000 });
  await page.goto(`${onSite}#/photos`);
  await expect(page.locator('main img')).toHaveCount(20);
  await page.goto(`${onSite}#/signatures`);
  await expect(page.getByRole('img', { name: 'Signature: General manager' })).toBeVisible();

  await context.setOffline(false);
  await expect(queue(page)).toHaveText('Nothing waits to be sent', { timeout: 120_000 });
  await expect(page.locator('[data-receipt=equal]')).toContainText('100 answers, 20 photos, and 1 signature');
  await page.goto(`${onSite}#/device`);
  const hash = (await page.locator('[data-device-hash]').textContent()) ?? '';
  await page.goto(onSite.replace(/on-site$/, 'record'));
  await expect(page.getByRole('row').filter({ hasText: hash })).toContainText('121');
});

test('A33: the file of one device opens on another, identical; clearing before all was received needs the name', async ({
  memberPage,
  browser,
  baseURL,
  troubles,
}) => {
  test.setTimeout(240_000);
  const { onSite, supplier } = await planAudit(memberPage);
  await begin(memberPage, onSite);
  await memberPage.context().setOffline(true);
  await answerQuestions(memberPage, 5);
  await memberPage.goto(`${onSite}#/photos`);
  await addPhoto(memberPage, 1);
  await memberPage.goto(`${onSite}#/device`);
  const hash = (await memberPage.locator('[data-device-hash]').textContent()) ?? '';
  const downloading = memberPage.waitForEvent('download');
  await memberPage.getByRole('button', { name: 'Export', exact: true }).click();
  const file = await (await downloading).path();

  const { context, page } = await otherDevice(browser, baseURL, troubles);
  await page.goto(onSite);
  await page.getByText('Go on with the file of another device').click();
  await page.getByLabel('File of the other device').setInputFiles(file);
  await page.getByLabel('Passphrase of the other device').fill('something else here');
  await page.getByRole('button', { name: 'Load the file' }).click();
  await expect(page.getByText('This passphrase does not open the record.')).toBeVisible({ timeout: 30_000 });
  await context.setOffline(true);
  await page.getByLabel('Passphrase of the other device').fill(passphrase);
  await page.getByRole('button', { name: 'Load the file' }).click();
  await expect(queue(page)).toHaveText('To be sent: 5 answers and 1 photo', { timeout: 30_000 });
  await page.evaluate(() => {
    location.hash = '#/device';
  });
  await expect(page.locator('[data-device-hash]')).toHaveText(hash);
  await page.evaluate(() => {
    location.hash = '#/photos';
  });
  await expect(page.locator('main img')).toHaveCount(1);
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Send now' }).click();
  await expect(page.locator('[data-receipt=equal]')).toContainText('5 answers and 1 photo', { timeout: 60_000 });
  await context.close();

  await memberPage.getByRole('button', { name: 'Clear this device' }).click();
  await expect(memberPage.getByText(`Type ${supplier} to clear the device. Nothing was deleted.`)).toBeVisible();
  await memberPage.getByLabel(/^To clear it all the same/).fill(supplier.toUpperCase());
  await memberPage.getByRole('button', { name: 'Clear this device' }).click();
  await expect(memberPage.getByText('This device holds nothing of the audit any more')).toBeVisible();
  expect(await memberPage.evaluate(async () => [(await indexedDB.databases()).length, (await caches.keys()).length])).toEqual([0, 0]);
});

test('Two devices write past each other: both values are shown and one is chosen', async ({ memberPage, browser, baseURL, troubles }) => {
  test.setTimeout(240_000);
  const { onSite } = await planAudit(memberPage);
  const { context, page } = await otherDevice(browser, baseURL, troubles);
  await begin(memberPage, onSite);
  await begin(page, onSite);
  const first = '[data-check="BW.CL.1.a"]';
  for (const [device, choice] of [
    [memberPage, 'Compliant'],
    [page, 'Not compliant'],
  ] as const) {
    await device.context().setOffline(true);
    await device.goto(`${onSite}#/section/BW.CL`);
    await device.locator(first).getByLabel(choice, { exact: true }).check();
    await expect(queue(device)).toHaveText('To be sent: 1 answer');
  }
  for (const device of [memberPage, page]) {
    await device.context().setOffline(false);
    await expect(queue(device)).toHaveText('Nothing waits to be sent', { timeout: 60_000 });
  }
  const box = page.locator(first).getByText('Devices wrote past each other');
  await expect(box).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.locator(first).getByRole('listitem').filter({ hasText: 'Not compliant' }).getByRole('button', { name: 'Keep this' }).click();
  await expect(box).toBeHidden();
  await expect(page.locator('[data-receipt=equal]')).toContainText('2 answers', { timeout: 60_000 });
  await memberPage.getByRole('button', { name: 'Send now' }).click();
  await expect(memberPage.locator(first).getByLabel('Not compliant', { exact: true })).toBeChecked({ timeout: 60_000 });
  await expect(memberPage.locator(first).getByText('Devices wrote past each other')).toBeHidden();
  await context.close();
});

test('A34 and the rest of the record: a finding lacks nothing, samples say what is missing, a full device loses nothing', async ({
  memberPage,
}) => {
  test.setTimeout(240_000);
  const { onSite } = await planAudit(memberPage);
  await memberPage.goto(onSite);
  expect(await violations(memberPage)).toEqual([]);
  await begin(memberPage, onSite);
  expect(await violations(memberPage)).toEqual([]);
  await memberPage.setViewportSize({ width: 360, height: 740 });
  for (const view of [
    '',
    'section/BW.FL',
    'findings',
    'photos',
    'interviews',
    'hours',
    'pay',
    'meetings',
    'signatures',
    'practices',
    'notes',
    'device',
  ]) {
    await memberPage.goto(`${onSite}#/${view}`);
    const add = memberPage.getByRole('button', { name: /^(Record a|Count an|Add a|Write a)/ });
    if (await add.count()) await add.click();
    expect(await overflow(memberPage), view).toBe('fits');
    expect(await violations(memberPage), view).toEqual([]);
  }
  await memberPage.goto(`${onSite}#/findings/new/BW.FL.1.a`);
  await memberPage.getByRole('button', { name: 'Save' }).click();
  for (const word of [
    'Choose a grade.',
    'Say what was found.',
    'Say what the finding rests on.',
    'Choose whether it is isolated or systemic.',
  ])
    await expect(memberPage.getByText(word)).toBeVisible();
  await expect(memberPage.getByText(/or say that it is unknown/)).toBeVisible();
  await memberPage.getByRole('radio', { name: 'Critical' }).check();
  await memberPage.getByLabel('What was found').fill('Passports lie in the office safe');
  await memberPage.getByLabel('Evidence', { exact: true }).fill('Seen in the safe');
  await memberPage.getByLabel('Unknown how many').check();
  await memberPage.getByRole('radio', { name: 'Systemic' }).check();
  await memberPage.getByRole('button', { name: 'Save' }).click();
  await expect(memberPage.getByText('Critical · Systemic · Unknown how many')).toBeVisible();

  await memberPage.goto(`${onSite}#/pay`);
  await memberPage.getByRole('button', { name: 'Add a payslip' }).click();
  const given = {
    code: 'W01',
    currency: 'usd',
    regularHours: '200',
    overtimeHours: '40',
    basicPaid: '150',
    overtimePaid: '30',
    allowances: '0',
    netPaid: '180',
  };
  for (const [name, value] of Object.entries({ ...given, periodFrom: '2026-10-01', periodTo: '2026-10-31', minimumHourly: '1' }))
    await memberPage.locator(`input[name=${name}]`).fill(value);
  await memberPage.getByRole('button', { name: 'Save' }).click();
  await expect(memberPage.locator('[data-wage=W01]')).toContainText('Missing to the legal minimum: $50.00');
  await expect(memberPage.locator('[data-wage=W01]')).toContainText('Missing of overtime pay: unknown');

  await memberPage.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await memberPage.context().setOffline(true);
  await memberPage.goto(`${onSite}#/section/BW.CL`);
  await memberPage.locator('[data-check="BW.CL.1.a"]').getByLabel('Compliant', { exact: true }).check();
  await expect(memberPage.getByText('This device is full')).toBeVisible();
  await expect(memberPage.locator('[data-check="BW.CL.1.a"]').getByLabel('Compliant', { exact: true })).toBeChecked();
});
