import type { Browser } from '@playwright/test';
import { listenFor, newAccount, uniqueName, type Organization, type Page } from './journey';
import { fillForm, sendForm } from './send-form';

/** Invites a user in a role, who joins in a separate browser and sees the organization. */
export async function invite(
  owner: Page,
  organization: Organization,
  role: string,
  around: { browser: Browser; baseURL: string | undefined; troubles: string[] },
) {
  const person = newAccount(uniqueName(role));
  const { html } = await fillForm(owner, `${organization.path}/settings/members`, {
    has: 'email',
    values: { email: person.email, role },
  });
  const link = /value="(https?:[^"]*\/join\/[\w-]+)"/.exec(html)?.[1];
  if (!link) throw new Error('The answer holds no link.');
  const context = await around.browser.newContext(around.baseURL ? { baseURL: around.baseURL } : {});
  const page = await context.newPage();
  listenFor(page, around.troubles);
  await page.goto(await sendForm(page, new URL(link).pathname, { name: person.name, password: person.password }));
  return { page, name: person.name, context };
}
