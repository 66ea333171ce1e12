import type { Browser } from '@playwright/test';
import { overflow, newViolations } from './inspect';
import { expect, type Page } from './journey';

export const disputes = 'The workers asked us to keep them, because their rooms cannot be locked.';

/** The site disputes a finding of an audit, identified by its text. */
export async function dispute(page: Page, { organization, found }: { organization: string; found: string }): Promise<void> {
  await page.goto(`${organization}/findings`);
  await page.getByRole('link', { name: found }).click();
  const right = page.locator('#reply');
  await right.getByRole('button', { name: 'Mark as sent' }).click();
  await right.getByLabel('disputes').check();
  await right.getByLabel('Replied by').fill('Plant manager');
  await right.getByLabel('Supplier’s reply').fill(disputes);
  await right.getByRole('button', { name: 'Record reply' }).click();
  await expect(right.getByText('Awaiting a decision on the reply.')).toBeVisible();
}

/** Publishes an approved audit; a visitor reads it with the reply beside it, until it is withdrawn. */
export async function publishAndTakeBack(
  page: Page,
  {
    audit,
    supplier,
    found,
    browser,
    baseURL,
  }: { audit: string; supplier: string; found: string; browser: Browser; baseURL: string | undefined },
): Promise<void> {
  await page.goto(`${audit}/reports`);
  await page.getByRole('link', { name: 'Publish results' }).click();
  await expect(page.getByRole('heading', { name: 'Preview of the public page' })).toBeVisible();
  await expect(page.getByText(disputes)).toBeVisible();
  await page.getByLabel('Agreed by (job title)').fill('Plant manager');
  await page.getByRole('button', { name: 'Publish results', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Enter the date of the agreement');
  await expect(page.getByRole('alert')).toContainText('confirm that no one can be identified');
  await expect(page.getByLabel('Agreed by (job title)')).toHaveValue('Plant manager');
  expect(await newViolations(page)).toEqual([]);
  await page.getByLabel('Agreed on').fill(new Date().toISOString().slice(0, 10));
  await page.getByLabel('I have read everything').check();
  await page.getByRole('button', { name: 'Publish results', exact: true }).click();
  await expect(page.getByText('Results published.')).toBeVisible();
  expect(await newViolations(page)).toEqual([]);

  const address = new URL(await page.getByRole('textbox', { name: 'Page address' }).inputValue()).pathname;
  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), javaScriptEnabled: false });
  const stranger = await context.newPage();
  await stranger.goto(address);
  await expect(stranger.getByRole('heading', { level: 1 })).toContainText(supplier);
  await expect(stranger.getByText('Workers keep their own identity documents.')).toBeVisible();
  await expect(stranger.locator('blockquote')).toContainText(disputes);
  await expect(stranger.getByText(found)).toHaveCount(0);
  await expect(stranger.getByText('Plant manager')).toHaveCount(0);
  expect(await context.cookies()).toEqual([]);
  await stranger.setViewportSize({ width: 360, height: 740 });
  expect(await overflow(stranger), 'at 360 px').toBe('fits');

  await page.getByRole('button', { name: 'Withdraw results' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('The site was mistaken for another.');
  await dialog.getByRole('button', { name: 'Withdraw results' }).click();
  await expect(page.getByText('Results withdrawn.')).toBeVisible();
  await stranger.goto(address);
  await expect(stranger.getByText('The site was mistaken for another.')).toBeVisible();
  await expect(stranger.locator('blockquote')).toHaveCount(0);
  await context.close();
}
