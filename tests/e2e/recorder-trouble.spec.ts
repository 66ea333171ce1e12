import sharp from 'sharp';
import { overflow, newViolations } from './inspect';
import { expect, test } from './journey';
import { answerQuestion as answer, begin, planAudit, queue } from './recorder';

const first = '[data-check="BW.CL.1.a"]';

test('A device with another version of the checklist: entries without a question are rejected with a reason, the others are accepted, nothing is lost', async ({
  memberPage: page,
}) => {
  const { onSite } = await planAudit(page);
  await page.addInitScript(() => {
    const fetched = window.fetch;
    window.fetch = async (input, init) => {
      const answered = await fetched(input, init);
      if (!String(input).endsWith('/on-site.pack') || !answered.ok) return answered;
      const pack = await answered.json();
      const { questions } = pack.sections.find(({ key }: { key: string }) => key === 'BW.CL');
      questions.push({ ...questions[0], key: 'BW.CL.9.z', text: 'A question of a later version' });
      return Response.json(pack);
    };
  });
  await begin(page, onSite);
  await page.context().setOffline(true);
  await answer(page, onSite, 'BW.CL.1.a');
  await answer(page, onSite, 'BW.CL.9.z', 'Not compliant');
  await page.context().setOffline(false);
  await expect(page.locator('[data-receipt=equal]')).toContainText('1 answer', { timeout: 60_000 });
  await expect(queue(page)).toHaveText('Not sent yet: 1 answer');
  await page.getByRole('link', { name: /1 entry rejected by the server/ }).click();
  await expect(page.getByText('its checklist version differs from the one on this device')).toBeVisible();
  await expect(page.getByText('Not compliant', { exact: true })).toBeVisible();
  expect(await newViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save as note' }).click();
  await expect(page.locator('[data-receipt=equal]')).toContainText('1 answer and 1 note', { timeout: 60_000 });
  await expect(queue(page)).toHaveText('All entries sent');
  await page.goto(`${onSite}#/notes`);
  await expect(page.getByText('BW.CL.9.z A question of a later version')).toContainText('Not compliant');
});

test('A forgotten passphrase: the loss is recorded, what was sent is there again, and the device starts over', {
  tag: '@thorough',
}, async ({ memberPage: page }) => {
  const { onSite, supplier } = await planAudit(page);
  await begin(page, onSite);
  await answer(page, onSite, 'BW.CL.1.a');
  await expect(page.locator('[data-receipt=equal]')).toContainText('1 answer', { timeout: 60_000 });
  await page.context().setOffline(true);
  await answer(page, onSite, 'BW.CO.1.a');
  await expect(queue(page)).toHaveText('Not sent yet: 1 answer');
  await page.goto('about:blank');
  await page.goto(onSite);
  await page.getByText('Forgot passphrase').click();
  await expect(page.getByText('Connect to the network and sign in to compare with the server')).toBeVisible();
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('[data-lost="1"]')).toBeVisible();
  await expect(page.getByText('1 entry was never sent.')).toBeVisible();
  expect(await newViolations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  expect(await newViolations(page, ['color-contrast', 'link-in-text-block']), 'in the dark').toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflow(page), 'at 360 px').toBe('fits');
  await page.getByRole('button', { name: 'Start over' }).click();
  await expect(page.getByText(`Type ${supplier} to delete the data. Nothing was deleted.`)).toBeVisible();
  await page.getByLabel(/^To delete anyway/).fill(supplier);
  await page.getByRole('button', { name: 'Start over' }).click();
  await expect(page.getByRole('heading', { name: 'Setup of this device' })).toBeVisible();
  await begin(page, onSite);
  await page.goto(`${onSite}#/section/BW.CL`);
  await expect(page.locator(first).getByLabel('Compliant', { exact: true })).toBeChecked();
  await page.goto(`${onSite}#/section/BW.CO`);
  await expect(page.locator('[data-check="BW.CO.1.a"]').getByLabel('Compliant', { exact: true })).not.toBeChecked();
});

test('Large images, and the files of a home screen', { tag: '@thorough' }, async ({ memberPage: page }) => {
  const { onSite } = await planAudit(page);
  await page.goto(onSite);
  const manifest = await (await page.request.get(`${onSite}.webmanifest`)).json();
  for (const { src, sizes, type } of manifest.icons) {
    const icon = await page.request.get(src);
    expect(icon.headers()['content-type'], src).toContain(type);
    const { width, height } = await sharp(await icon.body()).metadata();
    if (sizes !== 'any') expect(`${width}x${height}`).toBe(sizes);
  }
  expect(manifest.icons.map(({ purpose }: { purpose: string }) => purpose)).toContain('maskable');

  await begin(page, onSite);
  await page.goto(`${onSite}#/photos`);
  const flat = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#667788' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
  await page.locator('input[type=file]').setInputFiles({ name: 'large.jpg', mimeType: 'image/jpeg', buffer: await flat(9504, 6336) });
  const canvas = page.getByRole('img', { name: 'New photo' });
  await expect(canvas).toBeVisible();
  // Upright, and no larger than a report needs.
  expect(await canvas.evaluate((drawn: HTMLCanvasElement) => [drawn.width, drawn.height])).toEqual([1707, 2560]);
  await page.locator('[data-photo-editor]').getByRole('button', { name: 'Discard photo' }).click();
  await page.locator('input[type=file]').setInputFiles({ name: 'larger.jpg', mimeType: 'image/jpeg', buffer: await flat(12_000, 9_000) });
  await expect(page.getByText('This photo exceeds 65 megapixels.')).toBeVisible();
});
