import { pdf } from '../factories/evidence';
import type { Browser, Page } from '@playwright/test';
import { answerAll, ask, begin, onPhone } from './answering';
import { overflow, newViolations } from './inspect';
import { addSupplier, expect, uniqueName, test } from './journey';
import { countNow } from './read-now';

/** A phone that has opened the link. */
async function begun(browser: Browser, baseURL: string | undefined, link: string, javaScriptEnabled = true): Promise<Page> {
  const { page } = await onPhone(browser, baseURL, [], { javaScriptEnabled });
  await begin(page, link);
  return page;
}

async function goOnAndAnswerAll(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^(Continue|Start) answering$/ }).click();
  await answerAll(page);
}

/** Names a subcontractor on the supply-chain page, and passes the same questions on in English. @returns the link that the page shows */
async function nameOne(page: Page, name: string): Promise<string> {
  await page.getByRole('textbox', { name: 'Company name' }).fill(name);
  await page.getByLabel('Country').selectOption('VN');
  await page.getByRole('textbox', { name: 'Work done for you' }).fill('Sewing');
  await page.locator('input[name=questions][value=same]').check();
  await page.getByLabel('Language of the questions').selectOption('en');
  await page.getByRole('button', { name: 'Add company' }).click();
  return page.getByRole('textbox', { name: `Link for ${name}` }).inputValue();
}

/** What a click downloads: its suggested name and its bytes. */
async function downloadBy(page: Page, click: () => Promise<void>): Promise<[name: string, bytes: Buffer]> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
  return [download.suggestedFilename(), Buffer.concat(chunks)];
}

test('A11: tier 1 names two subcontractors and forwards the questionnaire; one declines; the buyer reads tier 2 only with its consent', {
  tag: '@thorough',
}, async ({ memberPage: owner, organization, browser, baseURL }) => {
  test.setTimeout(300_000);
  const { name: mill, link } = await ask(owner, organization);
  const first = await begun(browser, baseURL, link);
  await first.getByRole('link', { name: 'Your subcontractors and labour recruiters' }).click();
  expect(await newViolations(first)).toEqual([]);
  expect(await overflow(first), 'at 360 px').toBe('fits');
  const [dye, sew] = [uniqueName('Dye works'), uniqueName('Sewing shop')];
  const links = [await nameOne(first, dye), await nameOne(first, sew)];
  expect(await newViolations(first)).toEqual([]);
  await first.getByLabel('Some are named here, not all').check();
  await first.getByRole('button', { name: 'Save', exact: true }).click();
  await first.getByRole('link', { name: 'All sections' }).click();
  await goOnAndAnswerAll(first);
  await first.getByRole('button', { name: `Send to ${organization.name}` }).click();
  await expect(first.getByText(`Your answers were sent to ${organization.name}`)).toBeVisible();

  const dyer = await begun(browser, baseURL, links[0] ?? '', false);
  await expect(dyer.getByText(`For ${mill}`).first()).toBeVisible();
  await dyer.getByRole('link', { name: 'We do not want to answer' }).click();
  await dyer.getByRole('textbox', { name: 'Reason' }).fill('We answer another buyer');
  await dyer.getByRole('button', { name: 'Send refusal' }).click();

  await owner.goto(`${organization.path}/requests`);
  await expect(owner.getByRole('heading', { name: '1 of 3 have responded' })).toBeVisible();
  const row = (supplier: string) => owner.getByRole('row').filter({ has: owner.getByRole('link', { name: supplier, exact: true }) });
  await expect(row(mill)).toContainText('Submitted');
  await expect(row(sew)).toContainText('Invited');
  await expect(row(sew)).toContainText(`Passed on by ${mill}`);
  await expect(row(dye)).toContainText('Refused');
  await expect(row(dye)).toContainText('We answer another buyer');
  await owner.goto(`${organization.path}/map?view=table`);
  await expect(owner.locator('main')).toContainText(sew);

  const sewer = await begun(browser, baseURL, links[1] ?? '');
  await goOnAndAnswerAll(sewer);
  await expect(sewer.getByLabel(`Also let ${organization.name} read these answers`)).not.toBeChecked();
  await sewer.getByRole('button', { name: `Send to ${mill}` }).click();
  await owner.goto(`${organization.path}/requests?status=submitted`);
  await row(sew).getByRole('link', { name: sew }).click();
  await owner.getByRole('link', { name: 'View response' }).click();
  await expect(owner.getByText('Answered, but not shared with you')).toBeVisible();
  const response = new URL(owner.url()).pathname;
  await owner.goto(`${response}/questions/P1`);
  await expect(owner.locator('main input[type=radio]:checked')).toHaveCount(0);

  await sewer.getByRole('button', { name: `Let ${organization.name} read my answers` }).click();
  await expect(sewer.getByRole('button', { name: `Stop sharing with ${organization.name}` })).toBeVisible();
  expect(await newViolations(sewer)).toEqual([]);
  await owner.goto(`${response}/questions/P1`);
  expect(await countNow(owner.locator('main input[type=radio]:checked'))).toBeGreaterThan(0);
  await Promise.all([first, dyer, sewer].map((page) => page.context().close()));
});

test('A section is assigned to a colleague, who answers it and nothing else', { tag: '@thorough' }, async ({
  memberPage: owner,
  organization,
  browser,
  baseURL,
}) => {
  const { link } = await ask(owner, organization);
  const own = await begun(browser, baseURL, link);
  const home = own.url();
  await own.getByRole('link', { name: 'Pass a section to a colleague' }).click();
  await own.getByRole('button', { name: 'Create link' }).click();
  await expect(own.getByText('Choose at least one section.')).toBeVisible();
  await own.locator('input[name=section]').nth(1).check();
  await own.getByRole('button', { name: 'Create link' }).click();
  await expect(own.getByText('Enter a colleague or team.')).toBeVisible();
  await expect(own.locator('input[name=section]').nth(1)).toBeChecked();
  await own.getByRole('textbox', { name: 'Colleague or team' }).fill('Wages office');
  await own.getByRole('button', { name: 'Create link' }).click();
  expect(await newViolations(own)).toEqual([]);
  expect(await overflow(own), 'at 360 px').toBe('fits');
  const passed = await own.getByRole('textbox', { name: 'Link for Wages office' }).inputValue();
  const colleague = await begun(browser, baseURL, passed);
  await expect(colleague.locator('a[href*="/sections/"]')).toHaveCount(2);
  await expect(colleague.getByRole('link', { name: 'We do not want to answer' })).toHaveCount(0);
  await colleague.locator('a[href*="/sections/"]').first().click();
  await colleague.getByRole('link', { name: 'Photos and documents: 0' }).first().click();
  const files = new URL(colleague.url()).pathname;
  await colleague.getByLabel('Files').setInputFiles([{ name: 'wages.pdf', mimeType: 'application/pdf', buffer: pdf('wages') }]);
  await colleague.getByRole('button', { name: 'Send files' }).click();
  await expect(colleague.getByRole('link', { name: 'wages.pdf' })).toBeVisible();
  expect(await newViolations(colleague)).toEqual([]);
  expect(await overflow(colleague), 'at 360 px').toBe('fits');
  await own.goto(files);
  await expect(own.getByRole('link', { name: 'wages.pdf' })).toBeVisible();
  expect((await colleague.goto(`${home}/files/P1.Q1`))?.status()).toBe(404);
  await colleague.goto(home);
  expect((await colleague.goto(`${colleague.url()}/review`))?.status()).toBe(404);
  expect((await colleague.goto(`${home}/sections/P1`))?.status()).toBe(404);
  await own.goto(home);
  await expect(own.getByText('Wages office')).toBeVisible();
  await own.getByRole('button', { name: 'End access' }).click();
  await expect(own.getByText('Wages office')).toHaveCount(0);
  expect((await colleague.goto(home))?.status()).toBe(410);
  await Promise.all([own, colleague].map((page) => page.context().close()));
});

test('A campaign: selected by filter, previewed, started, followed, shared as links, and closed', { tag: '@thorough' }, async ({
  memberPage: owner,
  organization,
  browser,
  baseURL,
}) => {
  const [one, two, other] = [uniqueName('Loom'), uniqueName('Spindle'), uniqueName('Far mill')];
  await addSupplier(owner, organization, { name: one, country: 'VN' });
  await addSupplier(owner, organization, { name: two, country: 'VN' });
  await addSupplier(owner, organization, { name: other, country: 'FR' });
  await owner.goto(`${organization.path}/campaigns`);
  const places = owner.getByRole('navigation', { name: 'Main navigation' });
  await expect(places.getByRole('link', { name: /^Questionnaires/ })).toHaveAttribute('aria-current', 'page');
  expect(await newViolations(owner)).toEqual([]);
  await owner.getByRole('link', { name: 'New campaign' }).first().click();
  await owner.goto(`${organization.path}/campaigns/new?country=VN`);
  await expect(owner.getByRole('row', { name: new RegExp(other) })).toHaveCount(0);
  await owner.getByLabel('Name', { exact: true }).fill('Autumn questions');
  await owner.getByLabel('Due date for answers').fill('2027-03-31');
  await owner.getByRole('button', { name: 'Check recipients' }).click();
  await owner.waitForURL(/\/check$/);
  expect(await newViolations(owner)).toEqual([]);
  await expect(owner.getByRole('heading', { name: '0 recipients' })).toBeVisible();
  await owner.getByRole('link', { name: 'No email address' }).click();
  await expect(owner.getByRole('row', { name: new RegExp(one) })).toContainText('No email address');
  await owner.getByLabel('Suppliers without an email address (you send the links)').check();
  await owner.getByRole('button', { name: 'Update recipients' }).click();
  await expect(owner.getByRole('heading', { name: '2 recipients' })).toBeVisible();
  await owner.getByRole('button', { name: 'Send to 2 suppliers' }).click();
  await owner.waitForURL(/\/campaigns\/[0-9a-f-]{36}$/);
  await expect(owner.getByRole('heading', { name: '0 of 2 have responded' })).toBeVisible({ timeout: 60_000 });
  expect(await newViolations(owner)).toEqual([]);
  for (const [kind, beginning] of [
    ['SVG', '<svg xmlns='],
    ['PNG', '\x89PNG'],
  ] as const) {
    const picture = owner.getByRole('link', { name: `Image as ${kind}` });
    const [chart, file] = await downloadBy(owner, () => picture.click());
    expect(chart).toMatch(new RegExp(`^campaign-[0-9-]{10}\\.${kind.toLowerCase()}$`));
    expect(file.toString('latin1').slice(0, beginning.length)).toBe(beginning);
    if (kind === 'SVG') expect(file.toString('utf8')).toContain('Autumn questions');
  }
  await owner.getByRole('button', { name: '2 links to send yourself' }).click();
  const [, file] = await downloadBy(owner, () => owner.getByRole('button', { name: 'Download links' }).click());
  const link = new RegExp(`${one}.*?(https?://\\S+/r/[\\w-]+)`).exec(file.toString('utf8'))?.[1] ?? '';
  const supplier = await begun(browser, baseURL, new URL(link).pathname);
  await owner.goto(new URL(owner.url()).pathname);
  await expect(owner.getByRole('row', { name: new RegExp(one) })).toContainText('Opened');
  await owner.getByRole('button', { name: 'Close campaign' }).first().click();
  await owner.getByRole('button', { name: 'Close campaign' }).last().click();
  await expect(owner.getByText('Campaign closed; 2 open requests ended.')).toBeVisible();
  expect((await supplier.goto(supplier.url()))?.status()).toBe(410);
  await supplier.context().close();
});
