import { pdf, photo } from '../factories/evidence';
import { answerAll, ask, begin, onPhone, phone } from './answering';
import { overflow, newViolations } from './inspect';
import { addSupplier, expect, uniqueName, type Page, scripted, test } from './journey';
import { openQuestionnaire } from './questionnaire';

/** Opens the link and goes to the files of the first question. */
async function toFiles(page: Page, link: string): Promise<string> {
  await begin(page, link);
  const home = page.url();
  await page.getByRole('link', { name: /^(Continue|Start) answering$/ }).click();
  await page.getByRole('link', { name: 'Photos and documents: 0' }).first().click();
  await expect(page.getByRole('heading', { name: 'Photos and documents', level: 1 })).toBeVisible();
  return home;
}

/** Answers every section by its form, and submits. */
async function answerAndSend(page: Page, home: string, asker: string): Promise<void> {
  await page.goto(home);
  await page.getByRole('link', { name: /^(Continue|Start) answering$/ }).click();
  await answerAll(page);
  await page.getByRole('button', { name: `Send to ${asker}` }).click();
  await expect(page.getByText(`Your answers were sent to ${asker}`)).toBeVisible();
}

test('A20: a payroll photo for auditors only is absent from what the buyer opens or exports, and its hash is listed', {
  tag: '@thorough',
}, async ({ memberPage: owner, organization, browser, baseURL, troubles }) => {
  const { link, request } = await ask(owner, organization);
  const response = request.replace('/requests/', '/responses/');
  const { page, context } = await onPhone(browser, baseURL, troubles);
  const home = await toFiles(page, link);
  expect(await newViolations(page)).toEqual([]);
  expect(await overflow(page), 'at 360 px').toBe('fits');

  await page.getByLabel('Files').setInputFiles([{ name: 'payroll of Nguyen.jpg', mimeType: 'image/jpeg', buffer: await photo() }]);
  await page.getByLabel('Buyers').uncheck();
  await page.getByLabel('Audit firms').check();
  await page.getByRole('button', { name: 'Send files' }).click();
  await expect(page.getByRole('link', { name: 'payroll of Nguyen.jpg' })).toBeVisible();
  await expect(page.getByText('Can open it, if they receive your answers: Audit firms')).toBeVisible();
  await page.getByLabel('Files').setInputFiles([{ name: 'licence.pdf', mimeType: 'application/pdf', buffer: pdf('licence') }]);
  await page.getByLabel('Valid until').fill('2020-01-31');
  await page.getByRole('button', { name: 'Send files' }).click();
  await expect(page.getByText('Expired on 31 Jan 2020')).toBeVisible();
  expect(await newViolations(page)).toEqual([]);

  const files = page.url();
  await page.getByRole('link', { name: 'payroll of Nguyen.jpg' }).click();
  const photoPage = page.url();
  const hash = ((await page.locator('code').textContent()) ?? '').trim();
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(await newViolations(page)).toEqual([]);
  expect(await overflow(page), 'at 360 px').toBe('fits');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('heading', { name: 'licence.pdf' })).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('heading', { name: 'payroll of Nguyen.jpg' })).toBeVisible();
  await answerAndSend(page, home, organization.name);

  await owner.goto(response);
  await owner.getByRole('link', { name: 'All files of this response' }).click();
  await expect(owner.getByRole('link', { name: 'licence.pdf' })).toBeVisible();
  await expect(owner.getByRole('row', { name: /Not shared with you/ })).toContainText(hash);
  await expect(owner.getByText('Nguyen')).toHaveCount(0);
  expect(await newViolations(owner)).toEqual([]);
  const csv = await (await owner.request.get(`${response}/files.csv`)).text();
  expect(csv).toContain(hash);
  expect(csv).toContain('licence.pdf');
  expect(csv).not.toContain('Nguyen');
  const evidenceId = photoPage.split('/').pop() ?? '';
  for (const variant of ['', '.thumbnail', '.preview', '.redacted'])
    expect((await owner.request.get(`${response}/evidence/${evidenceId}${variant}`)).status(), variant).toBe(404);

  // The supplier may change the audience: for buyers too, and back again.
  await page.goto(photoPage);
  await page.getByLabel('Buyers').first().check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  const opened = await owner.request.get(`${response}/evidence/${evidenceId}`);
  expect(opened.status()).toBe(200);
  expect(opened.headers()['content-disposition']).toMatch(/^attachment/);
  await page.getByLabel('Buyers').first().uncheck();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(
    page.getByText('Can open it, if they receive your answers: Audit firms').or(page.getByText('Audit firms')).first(),
  ).toBeVisible();
  await expect.poll(async () => (await owner.request.get(`${response}/evidence/${evidenceId}`)).status()).toBe(404);
  await page.goto(files);
  await expect(page.getByRole('button', { name: 'Send files' })).toHaveCount(0);
  await context.close();
});

test('A photo upload resumes after the connection was lost, and a second file is rejected with a reason; without script the form does it', {
  tag: '@thorough',
}, async ({ memberPage: owner, organization, browser, baseURL, troubles }) => {
  const { link } = await ask(owner, organization);
  const { page, context } = await onPhone(browser, baseURL, troubles);
  await toFiles(page, link);
  const large = Buffer.concat([pdf('large').subarray(0, -6), Buffer.from(`%${'x'.repeat(3_000_000)}\n%%EOF\n`)]);
  let parts = 0;
  await page.route('**/uploads/*', async (route) => {
    if (route.request().method() !== 'PATCH') return route.continue();
    parts += 1;
    // The third part is lost with the network.
    if (parts === 3) return route.abort('internetdisconnected');
    return route.continue();
  });
  await page.getByLabel('Files').setInputFiles([
    { name: 'large.pdf', mimeType: 'application/pdf', buffer: large },
    { name: 'page.txt', mimeType: 'text/plain', buffer: Buffer.from('<html><script>1</script>') },
  ]);
  await page.getByRole('button', { name: 'Send files' }).click();
  await expect(page.getByText('Waiting for a connection')).toBeVisible();
  await expect(page.getByText('This file type is not accepted')).toBeVisible();
  expect(parts, 'only the lost part is sent twice').toBe(Math.ceil(large.length / (512 * 1024)) + 2);
  await page.getByRole('link', { name: 'View files' }).click();
  await expect(page.getByRole('link', { name: 'large.pdf' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'page.txt' })).toHaveCount(0);

  await page.getByRole('button', { name: 'Remove large.pdf' }).click();
  await expect(page.getByText('large.pdf was removed.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: 'large.pdf' })).toBeVisible();

  const plain = await browser.newContext({
    ...phone,
    javaScriptEnabled: false,
    storageState: await context.storageState(),
    ...(baseURL ? { baseURL } : {}),
  });
  const still = await plain.newPage();
  await still.goto(page.url());
  await still.getByLabel('Files').setInputFiles([{ name: 'plain.pdf', mimeType: 'application/pdf', buffer: pdf('plain') }]);
  await still.getByRole('button', { name: 'Send files' }).click();
  await expect(still.getByRole('link', { name: 'plain.pdf' })).toBeVisible();
  await plain.close();
  await context.close();
});

test('Parts of a photo are redacted with a finger, and the copy has its own audience', { tag: '@thorough' }, async ({
  memberPage: owner,
  organization,
  browser,
  baseURL,
  troubles,
}) => {
  const { link } = await ask(owner, organization);
  const { page, context } = await onPhone(browser, baseURL, troubles);
  await toFiles(page, link);
  await page
    .getByLabel('Files')
    .setInputFiles([{ name: 'faces.jpg', mimeType: 'image/jpeg', buffer: await photo({ width: 800, height: 600 }) }]);
  await page.getByLabel('Buyers').uncheck();
  await page.getByRole('button', { name: 'Send files' }).click();
  await page.getByRole('link', { name: 'faces.jpg' }).click();
  // The queue draws the image.
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole('img', { name: 'Picture of faces.jpg' }).first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  await page.getByText('Redact parts of this picture').click();
  const sheet = page.locator('[data-redact-sheet]');
  await sheet.scrollIntoViewIfNeeded();
  const box = await sheet.boundingBox();
  if (!box) throw new Error('no sheet');
  await page.mouse.move(box.x + 20, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
  const form = page.locator('form', { has: page.getByRole('button', { name: 'Create copy' }) }).first();
  await expect(form.locator('input[name=width]')).toHaveCount(1);
  await form.getByLabel('Buyers').check();
  await form.getByRole('button', { name: 'Create copy' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  const download = await page.request.get(`${page.url().split('?')[0]}/redacted`);
  expect(download.status()).toBe(200);
  const { default: sharp } = await import('sharp');
  const { data, info } = await sharp(await download.body())
    .raw()
    .toBuffer({ resolveWithObject: true });
  const colourAt = (x: number, y: number) => data[(y * info.width + x) * info.channels + 1] ?? -1;
  expect(colourAt(Math.round(info.width * 0.25), Math.round(info.height * 0.25)), 'black').toBeLessThan(10);
  expect(colourAt(Math.round(info.width * 0.9), Math.round(info.height * 0.9)), 'unchanged').toBeGreaterThan(100);
  expect(await newViolations(page)).toEqual([]);
  await context.close();
});

test('A member attaches files to an own response on a phone: in parts, with a last day, an audience and a redacted copy; without script too', {
  tag: '@thorough',
}, async ({ memberPage: page, organization, browser, baseURL }) => {
  const supplierPage = await addSupplier(page, organization, { name: uniqueName('Mill'), country: 'VN', sector: '14', workers: '800' });
  const here = await openQuestionnaire(page, { orgPath: organization.path, supplierPage });
  await page.setViewportSize(phone.viewport);
  await page.goto(`${here}/questions/P1`);
  await scripted(page);
  const question = page.locator('section#P1\\.Q1');
  await question.getByText('Evidence (').click();
  await question.getByRole('link', { name: 'Add photos or documents' }).click();
  await expect(page.getByRole('heading', { name: 'Photos and documents', level: 1 })).toBeVisible();
  expect(await newViolations(page)).toEqual([]);
  expect(await overflow(page), 'at 360 px').toBe('fits');

  const large = Buffer.concat([pdf('licence').subarray(0, -6), Buffer.from(`%${'x'.repeat(1_200_000)}\n%%EOF\n`)]);
  let parts = 0;
  await page.route('**/uploads/*', (route) => {
    if (route.request().method() === 'PATCH') parts += 1;
    // The second part is lost with the network.
    return parts === 2 && route.request().method() === 'PATCH' ? route.abort('internetdisconnected') : route.continue();
  });
  await expect(page.locator('form[data-uploads][data-started]')).toHaveCount(1);
  await page.getByLabel('Files').setInputFiles([{ name: 'licence.pdf', mimeType: 'application/pdf', buffer: large }]);
  await page.getByLabel('Valid until').fill('2020-01-31');
  await page.getByLabel('Audit firms').check();
  await page.getByRole('button', { name: 'Send files' }).click();
  await expect(page.getByText('Expired on 31 Jan 2020')).toBeVisible();
  expect(parts, 'in parts, the lost one once more').toBeGreaterThanOrEqual(4);
  await expect(page.getByText('Can open it, if they receive your answers: Audit firms')).toBeVisible();
  await expect(page.locator('form[data-uploads][data-started]')).toHaveCount(1);
  await page
    .getByLabel('Files')
    .setInputFiles([{ name: 'faces.jpg', mimeType: 'image/jpeg', buffer: await photo({ width: 800, height: 600 }) }]);
  await page.getByRole('button', { name: 'Send files' }).click();
  await page.getByRole('link', { name: 'faces.jpg' }).click();
  await expect(page.getByRole('heading', { name: 'faces.jpg', level: 1 })).toBeVisible();
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole('img', { name: 'Picture of faces.jpg' }).first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  expect(await newViolations(page)).toEqual([]);
  expect(await overflow(page), 'at 360 px').toBe('fits');
  const files = new URL(page.url()).pathname.replace(/\/[^/]+$/, '');

  await page.getByText('Redact parts of this picture').click();
  const sheet = page.locator('[data-redact-sheet]');
  await expect(sheet.getByRole('img')).toBeVisible();
  await expect.poll(async () => (await sheet.boundingBox())?.height ?? 0).toBeGreaterThan(100);
  await sheet.scrollIntoViewIfNeeded();
  const box = await sheet.boundingBox();
  if (!box) throw new Error('no sheet');
  await page.mouse.move(box.x + 20, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
  const form = page.locator('form', { has: page.getByRole('button', { name: 'Create copy' }) }).first();
  await form.getByLabel('Lenders').check();
  await form.getByRole('button', { name: 'Create copy' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await expect(async () => {
    await page.reload();
    await expect(page.locator('figcaption', { hasText: 'Redacted copy' })).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });

  // The arrow keys navigate without a new page.
  await expect(page.locator('[data-redact][data-started]')).toHaveCount(1);
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('heading', { name: 'licence.pdf', level: 1 })).toBeVisible();
  await expect(page.getByText('It no longer counts as evidence')).toBeVisible();
  expect(await newViolations(page)).toEqual([]);
  await page.getByRole('link', { name: 'All files of the question' }).click();
  await page.getByRole('button', { name: 'Remove licence.pdf' }).click();
  await expect(page.getByText('licence.pdf was removed.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: 'licence.pdf' })).toBeVisible();

  await page.goto(`${here}/questions/P1`);
  await expect(question.getByText('Expired on 31 Jan 2020')).toBeVisible();
  await expect(question.getByRole('img', { name: 'Picture of faces.jpg' })).toBeVisible();
  expect(await newViolations(page)).toEqual([]);
  expect(await overflow(page), 'at 360 px').toBe('fits');
  await page.goto(`${here}/files`);
  await expect(page.getByRole('link', { name: 'faces.jpg' }).first()).toBeVisible();
  expect(await newViolations(page)).toEqual([]);
  expect(await overflow(page), 'at 360 px').toBe('fits');

  const plain = await browser.newContext({
    ...phone,
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
    ...(baseURL ? { baseURL } : {}),
  });
  const still = await plain.newPage();
  await still.goto(files);
  await still.getByLabel('Files').setInputFiles([{ name: 'plain.pdf', mimeType: 'application/pdf', buffer: pdf('plain') }]);
  await still.getByRole('button', { name: 'Send files' }).click();
  await still.getByRole('link', { name: 'plain.pdf' }).click();
  const who = still.locator('form').filter({ hasText: 'Access and validity' });
  await who.getByLabel('Buyers').check();
  await who.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(still.getByText('Saved.')).toBeVisible();
  await plain.close();
});
