import { chooseFrom } from './choose-from';
import { violations } from './inspect';
import { addSupplier, expect, test, uniqueName } from './journey';

test('A supplier has an owner, tags, tasks and notes, each added from its overview', async ({ memberPage: page, organization }) => {
  const name = uniqueName('Cotton mill');
  const supplierPage = await addSupplier(page, organization, { name, country: 'IN', sector: '13' });
  await page.goto(supplierPage);
  const panel = page.locator('#collaboration');

  await panel.getByRole('button', { name: 'Assign owner' }).click();
  await chooseFrom(page.getByRole('dialog'), 'Owner', 'example');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(/is now the owner\./)).toBeVisible();

  await panel.getByRole('button', { name: 'Add tag' }).click();
  await page.getByRole('dialog').getByLabel('Tag').fill('Exit plan');
  await page.getByRole('dialog').getByRole('button', { name: 'Add tag' }).click();
  await expect(panel.getByRole('link', { name: 'Exit plan' })).toBeVisible();

  await panel.getByRole('button', { name: 'Add task' }).click();
  await page.getByRole('dialog').getByLabel('Task').fill('Collect gin codes');
  await page.getByRole('dialog').getByLabel('Due date').fill('2026-01-31');
  await page.getByRole('dialog').getByRole('button', { name: 'Add task' }).click();
  await expect(panel.getByRole('link', { name: 'Collect gin codes' })).toBeVisible();
  await expect(panel.getByText(/overdue/)).toBeVisible();

  await panel.getByRole('button', { name: 'Add note' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Note').fill('Bale codes are missing. Ask @');
  await dialog.getByRole('group', { name: 'Members who match' }).getByRole('button').first().click();
  await expect(dialog.getByLabel('Note')).toHaveValue(/Ask @\S/);
  await dialog.getByRole('button', { name: 'Add note' }).click();
  await expect(panel.locator('strong').filter({ hasText: '@' })).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await panel.getByRole('button', { name: 'Follow' }).click();
  await expect(panel.getByRole('button', { name: 'Unfollow' })).toBeVisible();

  await page.getByRole('link', { name: /^Notes and tasks/ }).click();
  await expect(page.getByRole('heading', { name: 'Notes', exact: true })).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await page.goto(`${organization.path}/tasks?when=overdue`);
  await page.getByRole('button', { name: 'Complete task: Collect gin codes' }).click();
  await expect(page.getByText('Task completed.')).toBeVisible();
  await page.goto(`${organization.path}/tasks?status=done`);
  await expect(page.getByRole('link', { name: 'Collect gin codes' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.goto(`${organization.path}/tags`);
  await expect(page.getByRole('rowheader', { name: 'Exit plan' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});
