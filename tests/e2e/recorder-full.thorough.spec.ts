import { newViolations } from './inspect';
import { expect, type Page, test } from './journey';
import { addPhoto, answerQuestion as answer, begin, passphrase, planAudit, queue, unlock } from './recorder';

const first = '[data-check="BW.CL.1.a"]';

/** The storage that the browser grants this origin; null: the default. It caches the available space for half a minute. */
async function grantRoom(page: Page, bytes: number | null): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(page.url());
  await session.send('Storage.overrideQuotaForOrigin', { origin, ...(bytes === null ? {} : { quotaSize: bytes }) });
  if (bytes !== null) await page.waitForTimeout(31_000);
}

test('A device without storage: starting is rejected with a reason; entries live in the page, are sent from it, and saved once there is storage', async ({
  memberPage: page,
}) => {
  const { onSite } = await planAudit(page);
  await page.goto(onSite);
  await grantRoom(page, 1);
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('Confirm passphrase').fill(passphrase);
  await page.getByRole('button', { name: 'Start recording' }).click();
  await expect(page.getByText('Device storage is full. Free up storage and try again.')).toBeVisible();
  await grantRoom(page, null);
  await begin(page, onSite);

  await page.context().setOffline(true);
  await grantRoom(page, 1);
  await answer(page, onSite, 'BW.CL.1.a');
  await expect(page.getByText('Device storage is full')).toBeVisible();
  await expect(page.locator(first).getByLabel('Compliant', { exact: true })).toBeChecked();
  // Content that exists only in the page would be lost with it.
  await expect(page.getByRole('button', { name: 'Lock' })).toBeDisabled();
  await page.goto(`${onSite}#/photos`);
  await addPhoto(page, 3);
  await expect(page.getByRole('img', { name: 'Gate 3' })).toBeVisible();
  await expect(queue(page)).toHaveText('Not sent yet: 1 answer and 1 photo');
  expect(await newViolations(page)).toEqual([]);
  await page.goto(`${onSite}#/device`);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export file', exact: true }).click();
  expect((await downloading).suggestedFilename()).toMatch(/^audit-.*-device\.json$/);

  await page.context().setOffline(false);
  await expect(queue(page)).toHaveText('All entries sent', { timeout: 60_000 });
  await expect(page.locator('[data-receipt=equal]')).toContainText('1 answer and 1 photo');
  await grantRoom(page, null);
  await page.getByRole('button', { name: 'Send now' }).click();
  await expect(page.getByText('Device storage is full')).toBeHidden({ timeout: 60_000 });
  await page.reload();
  await unlock(page);
  await page.goto(`${onSite}#/photos`);
  await expect(page.getByRole('img', { name: 'Gate 3' })).toBeVisible();
});
