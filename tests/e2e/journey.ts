import { chooseFrom } from './choose-from';
import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { type Browser, type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test';
import { demonstrationCookies, demonstrationPerson } from './demonstration';
import { drawn } from './inspect';
import { isVisibleNow } from './read-now';
import { sendForm } from './send-form';

export { expect, type Page };

export type Account = { name: string; email: string; password: string };
export type Organization = { slug: string; name: string; path: string };
export type OrganizationKind = 'Company that buys from suppliers' | 'Audit firm' | 'Lender';
type StorageState = Exclude<BrowserContextOptions['storageState'], string | undefined>;

/** Letters that no other test uses: consonants only, so that they contain no word or number that a test searches for. */
export const uniqueLetters = (): string => Array.from(randomBytes(9), (byte) => 'bcdfghjklmnpqrstvwxz'[byte % 20]).join('');

/** A term that no other test uses, so that tests never meet each other’s records. */
export const uniqueName = (stem: string): string => `${stem} ${uniqueLetters()}`;

export function newAccount(name = 'Ada Example'): Account {
  return {
    name,
    email: `${randomBytes(6).toString('hex')}@journey.example`,
    password: `a long sentence ${randomBytes(6).toString('hex')}`,
  };
}

/** Waits until the page of the address is drawn and its script has started, for what only a script does. */
export async function scripted(page: Page): Promise<void> {
  await drawn(page);
  await page.waitForFunction(() => document.documentElement.dataset.ready !== undefined);
}

/** Lets each visit of an address wait until the scripts of its page have started: they do so after it is painted, and `load` does not wait for them. */
function waitForScripts(page: Page): void {
  const goto = page.goto.bind(page);
  page.goto = async (...given) => {
    const answer = await goto(...given);
    await page.waitForFunction(
      () => document.documentElement.dataset.ready !== undefined || document.querySelector('script[type="text/later"]') === null,
    );
    return answer;
  };
}

function organizationOf(page: Page, name: string): Organization {
  const path = /^\/o\/[^/]+/.exec(new URL(page.url()).pathname)?.[0] ?? '';
  return { slug: path.slice(3), name, path };
}

/** Opens an account with its organization by form and arrives at its home page. */
export async function signUp(
  page: Page,
  account: Account,
  { kind, name }: { kind: OrganizationKind; name: string },
): Promise<Organization> {
  await page.goto('/sign-up');
  await page.getByLabel('Organization name').fill(name);
  await page.getByRole('radio', { name: new RegExp(`^${kind}`) }).check();
  await page.getByLabel('Your name').fill(account.name);
  await page.getByLabel('Email address').fill(account.email);
  await page.getByLabel('Password').fill(account.password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.waitForURL(/\/o\/[^/]+$/);
  return organizationOf(page, name);
}

export async function signIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** A further organization of a signed-in user. */
export async function openOrganization(page: Page, name = uniqueName('Journey')): Promise<Organization> {
  const path = await sendForm(page, '/sign-up', { organizationName: name, organizationKind: 'company' });
  return { slug: path.slice(3), name, path };
}

/** Adds a supplier of the organization. @returns the path of its page */
export async function addSupplier(
  page: Page,
  { path }: Organization,
  supplier: { name: string; country?: string; sector?: string; workers?: string },
): Promise<string> {
  return sendForm(page, `${path}/suppliers/new`, { relation: 'buyer', ...supplier });
}

/** The same as a user does it, by form. */
export async function addSupplierByForm(
  page: Page,
  { path }: Organization,
  supplier: { name: string; country: string; sector: string; workers: string },
): Promise<string> {
  await page.goto(`${path}/suppliers/new`);
  await page.getByLabel('Name', { exact: true }).fill(supplier.name);
  await chooseFrom(page, 'Country', supplier.country);
  await chooseFrom(page, 'Sector (ISIC Rev. 4)', supplier.sector);
  await page.getByLabel('Workers', { exact: true }).fill(supplier.workers);
  await page.getByRole('button', { name: 'Add a supplier' }).click();
  await page.waitForURL(/\/suppliers\/(?!new$)[^/]+$/);
  return new URL(page.url()).pathname;
}

/** A list as a user would choose it. */
export const textFile = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

/** From a list that was just sent to its columns: the way through all steps, which an ordinary list is offered beside its grid. */
export async function openColumns(page: Page): Promise<void> {
  const columns = page.getByRole('heading', { name: 'Column mapping' });
  const detailed = page.getByRole('link', { name: 'Detailed import' });
  await expect(columns.or(detailed)).toBeVisible({ timeout: 60_000 });
  if (await isVisibleNow(detailed)) await detailed.click();
  await expect(columns).toBeVisible();
}

/** Imports a list with the proposed mapping; `andUs`: the top of a table of supply links supplies the organization. */
export async function importList(page: Page, { path }: Organization, file: ReturnType<typeof textFile>, andUs = false): Promise<void> {
  await page.goto(`${path}/suppliers/import`);
  await page.getByLabel('Your list').setInputFiles(file);
  await page.getByRole('button', { name: 'Upload list' }).click();
  await openColumns(page);
  if (andUs) await page.getByLabel('Direct suppliers of your organization').check();
  await page.getByRole('button', { name: 'Check rows' }).click();
  await page.getByRole('link', { name: 'Continue to check' }).first().click();
  await page.getByRole('button', { name: /^Import \d rows?$/ }).click();
  await expect(page.getByRole('heading', { name: 'Import complete' })).toBeVisible({ timeout: 60_000 });
}

/**
 * Clears data that a test left in the browser. Fetched files remain: fetching them again for each test took most of the time.
 * @returns false when the browser does not answer in time, which it rarely does not after a page with a worker went away; the context is then of no further use
 */
async function emptyContext(context: BrowserContext, origin: string): Promise<boolean> {
  await context.setOffline(false);
  await context.unrouteAll({ behavior: 'ignoreErrors' });
  const blank = await context.newPage();
  await Promise.all(context.pages().map((each) => (each === blank ? null : each.close())));
  const session = await context.newCDPSession(blank);
  const storageTypes = 'local_storage,indexeddb,websql,service_workers,cache_storage,file_systems';
  const cleared = session.send('Storage.clearDataForOrigin', { origin, storageTypes }).then(
    () => true,
    () => false,
  );
  if (!(await Promise.race([cleared, setTimeout(20_000, false)]))) return false;
  await blank.close();
  await context.clearCookies();
  await context.clearPermissions();
  return true;
}

/** Console output that no page may cause: a blocked resource, a script error, a hydration mismatch. */
const trouble = /Content Security Policy|Hydration failed|did not match|Minified React error|Uncaught/i;

/** A browser context used by one test after another, until it has to be replaced. */
type ReplaceableContext = { now: BrowserContext };

async function newContext(browser: Browser, baseURL: string | undefined): Promise<BrowserContext> {
  return browser.newContext(baseURL ? { baseURL } : {});
}

type WorkerFixtures = {
  account: Account & { state: StorageState };
  accountContext: ReplaceableContext;
  demonstration: { state: StorageState; path: string };
};
type TestFixtures = { organization: Organization; memberPage: Page; troubles: string[] };

export const test = base.extend<TestFixtures, WorkerFixtures>({
  accountContext: [
    async ({ browser }, use, info) => {
      const shared = { now: await newContext(browser, info.project.use.baseURL) };
      await use(shared);
      await shared.now.close();
    },
    { scope: 'worker' },
  ],
  /** A demonstration user who creates an organization for each test: sign-ups from one address are limited by design, further organizations are not. */
  account: [
    async ({ accountContext }, use) => {
      await demonstrationCookies(accountContext.now, 'viewer');
      await use({ ...demonstrationPerson('viewer'), name: 'Viewer (demonstration)', state: await accountContext.now.storageState() });
    },
    { scope: 'worker' },
  ],
  /** The demonstration organization, read only. */
  demonstration: [
    async ({ browser }, use, info) => {
      const context = await newContext(browser, info.project.use.baseURL);
      const path = await demonstrationCookies(context, 'owner');
      const state = await context.storageState();
      await context.close();
      await use({ state, path });
    },
    { scope: 'worker' },
  ],
  /** A page signed in as the worker’s user, in a browser without data of earlier tests except the files of the application. */
  memberPage: async ({ account, accountContext, baseURL, browser, troubles }, use) => {
    await accountContext.now.addCookies(account.state.cookies);
    const page = await accountContext.now.newPage();
    waitForScripts(page);
    listenFor(page, troubles);
    await use(page);
    if (await emptyContext(accountContext.now, baseURL ?? '')) return;
    await Promise.race([accountContext.now.close(), setTimeout(10_000)]);
    accountContext.now = await newContext(browser, baseURL);
  },
  organization: async ({ memberPage }, use) => use(await openOrganization(memberPage)),
  troubles: [
    // Playwright reads what a fixture needs from its first parameter.
    // biome-ignore lint/correctness/noEmptyPattern: this one needs nothing
    async ({}, use) => {
      const troubles: string[] = [];
      await use(troubles);
      expect(troubles, 'the console of the browser').toEqual([]);
    },
    { auto: true },
  ],
  page: async ({ page, troubles }, use) => {
    listenFor(page, troubles);
    await use(page);
  },
});

/** Records every script error, blocked resource and mismatch that `page` reports. */
export function listenFor(page: Page, troubles: string[]): void {
  page.on('pageerror', (error) => troubles.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (trouble.test(message.text())) troubles.push(`${page.url()}: ${message.text()}`);
  });
}
