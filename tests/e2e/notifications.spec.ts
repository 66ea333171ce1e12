import { violations } from './inspect';
import { expect, test } from './journey';

test('A member chooses what is notified and mailed, and has a calendar', async ({ memberPage: page, organization }) => {
  await page.goto(`${organization.path}/notifications`);
  await expect(page.getByText('No notifications', { exact: true })).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await page.getByRole('main').getByRole('link', { name: 'Notification settings' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Notification settings' })).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await page.getByLabel('Mentions').selectOption({ label: 'In Manumit and in the daily email' });
  await page.getByLabel('Quiet hours from').fill('21:30');
  await page.getByLabel('Quiet hours until').fill('');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toContainText('Enter both ends of the quiet hours, or neither.');
  await page.getByLabel('Quiet hours until').fill('06:00');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Notification settings saved.')).toBeVisible();
  await expect(page.getByLabel('Quiet hours from')).toHaveValue('21:30');

  await page.getByRole('button', { name: 'Create calendar address' }).click();
  const address = await page.getByLabel('Calendar address', { exact: true }).inputValue();
  // An element below the top bar cannot be clicked.
  await page.evaluate(() => scrollTo(0, 0));
  expect(await violations(page)).toEqual([]);
  const feed = await page.request.get(new URL(address).pathname);
  expect(await feed.text()).toContain('BEGIN:VCALENDAR');
  await page.getByRole('button', { name: 'Revoke calendar address' }).click();
  await expect(page.getByText('Calendar address revoked.')).toBeVisible();
  expect((await page.request.get(new URL(address).pathname)).status()).toBe(404);
});
