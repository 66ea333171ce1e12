import type { Browser } from '@playwright/test';
import { listenFor, newAccount, newWord, type Organization, type Page } from './journey';

/** Invites somebody in a role, who joins in a browser of his own. */
export async function invite(
  owner: Page,
  organization: Organization,
  role: string,
  around: { browser: Browser; baseURL: string | undefined; troubles: string[] },
) {
  const person = newAccount(newWord(role));
  await owner.goto(`${organization.path}/settings/members`);
  await owner.getByLabel('E-mail address').fill(person.email);
  await owner.locator('#invite').getByLabel('Role').selectOption(role);
  await owner.getByRole('button', { name: 'Make invitation' }).click();
  const link = await owner.getByRole('textbox', { name: `Give this link to ${person.email}` }).inputValue();
  const context = await around.browser.newContext(around.baseURL ? { baseURL: around.baseURL } : {});
  const page = await context.newPage();
  listenFor(page, around.troubles);
  await page.goto(link);
  await page.getByLabel('Your name').fill(person.name);
  await page.getByLabel('Password').fill(person.password);
  await page.getByRole('button', { name: 'Open an account and join' }).click();
  await page.waitForURL(organization.path);
  return { page, name: person.name, context };
}
