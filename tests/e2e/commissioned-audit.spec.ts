import { chooseFrom } from './choose-from';
import { fillLine, recordFinding, signPlan } from './closing-plan';
import { invite } from './invite';
import { addSupplier, expect, listenFor, newAccount, type Organization, type Page, signUp, test, uniqueName } from './journey';
import { acceptPoints, begin, queue, readyToConclude, sign } from './recorder';
import { fillForm, sendForm } from './send-form';

const tablet = { viewport: { width: 820, height: 1180 }, hasTouch: true };
const principles = 'Employers’ checklist on forced labour';
const found = 'Passports of migrant workers lie in a locked cupboard of the office.';

/** The buyer commissions an audit by link. @returns the path of the link */
async function commission(buyer: Page, { path }: Organization, supplier: string): Promise<string> {
  const { html } = await fillForm(buyer, `${path}/commissions/new?supplier=${supplier.split('/').at(-1)}`, {
    has: 'reason',
    values: { email: 'audits@firm.example', reason: 'First audit of a new supplier', wantedFrom: '2027-02-01', wantedTo: '2027-02-28' },
  });
  const link = /value="(https?:[^"]*\/commission[^"]*)"/.exec(html)?.[1];
  if (!link) throw new Error('The answer contains no link.');
  return new URL(link).pathname;
}

/** The firm receives and accepts it, and plans the audit. @returns the audit's path */
async function acceptAndPlan(firm: Page, link: string, name: string): Promise<string> {
  await firm.goto(link);
  await firm.getByRole('button', { name: 'Receive commission' }).click();
  await firm.getByRole('button', { name: `Add ${name} to your list` }).click();
  await firm.getByLabel('First day').fill('2027-02-08');
  await firm.getByLabel('Last day').fill('2027-02-09');
  await firm.getByRole('button', { name: 'Save dates' }).click();
  await chooseFrom(firm, 'Member', 'Ilse');
  await firm.getByRole('button', { name: 'Assign auditor' }).click();
  await expect(firm.getByRole('link', { name: 'Ilse Example' })).toBeVisible();
  await firm.getByRole('button', { name: 'Accept commission' }).click();
  await firm.getByRole('link', { name: 'Plan audit' }).click();
  await firm.getByLabel(principles).check();
  await firm.getByRole('button', { name: 'Plan audit' }).click();
  await firm.waitForURL(/\/audits\/[0-9a-f-]{36}$/);
  await firm.getByLabel('Yes, I am independent').check();
  await firm.getByRole('button', { name: 'Save declaration' }).click();
  return new URL(firm.url()).pathname;
}

/** A day on site without network: answers with proposals, an interview, a finding, the closing plan with both signatures, and the gate. */
async function recordOffline(firm: Page, onSite: string): Promise<void> {
  await firm.goto(`${onSite}#/section/HC/H12.1`);
  await firm.locator('[data-check="H12.1"]').getByLabel('Not compliant', { exact: true }).check();
  await firm.goto(`${onSite}#/section/I`);
  await firm.getByRole('button', { name: /^Accept \d+ proposed answers?$/ }).click();
  await expect(firm.locator('[data-accepted]').first()).toHaveText('Accepted from H12.1');

  await firm.goto(`${onSite}#/interviews`);
  await firm.getByRole('button', { name: 'Record interview' }).click();
  await firm.getByRole('radio', { name: 'Group' }).check();
  await firm.getByRole('radio', { name: 'Off site' }).check();
  await firm.getByLabel('Interview language').selectOption('vi');
  await firm.getByLabel('Women', { exact: true }).fill('9');
  await firm.getByLabel('Men', { exact: true }).fill('7');
  await firm.getByRole('button', { name: 'Save' }).click();
  await expect(firm.getByText('women: 9, men: 7')).toBeVisible();

  await recordFinding(firm, onSite, { question: 'H12.1', what: found, grade: 'Critical' });
  await firm.goto(`${onSite}#/closing`);
  const line = firm.locator('[data-plan-line]');
  await fillLine(firm, {
    ...{ what: 'Passports are locked in the office.', requirement: 'Labour Code, Art. 17' },
    ...{ action: 'Return all passports and provide lockers.', responsible: 'HR manager' },
  });
  await line.getByLabel('Agrees', { exact: true }).check();
  await firm.getByRole('link', { name: 'Show plan' }).click();
  await signPlan(firm, 'General manager');

  await sign(firm);
  await firm.goto(`${onSite}#/meetings`);
  await firm.locator('#closing-notes').fill('Management agreed to return the passports.');
  await firm.locator('#closing-notes').blur();
  await firm.goto(`${onSite}#/contradictions`);
  await expect(firm.locator('[data-hit]').first()).toBeVisible();
  await readyToConclude(firm, onSite);
  await firm.goto(`${onSite}#/gate`);
  await expect(firm.locator('[data-stop]').first()).toBeVisible();
  await expect(queue(firm)).toContainText('Not sent yet');
}

/** Concluded by the team, approved by a second person, issued and signed. @returns the path on which the report is shared */
async function concludeAndSign(firm: Page, reviewer: Page, audit: string): Promise<string> {
  await acceptPoints(firm, reviewer, audit);
  await firm.goto(`${audit}/conclusion`);
  await firm.getByLabel('Limitations and deviations from the method').fill('Only part of the checklist could be assessed.');
  await firm.getByLabel(/^Mark \d+ unanswered questions?/).check();
  await firm.getByRole('button', { name: 'Conclude audit' }).click();
  await expect(firm.getByText('Audit concluded. It awaits approval by a second person.')).toBeVisible();
  await reviewer.goto(`${audit}/review?part=findings`);
  await expect(reviewer.getByText(found).first()).toBeVisible();
  await reviewer.goto(`${audit}/conclusion`);
  await reviewer.getByRole('button', { name: 'Approve audit' }).click();
  await expect(reviewer.getByText('Audit approved.')).toBeVisible();
  await firm.goto(`${audit}/reports`);
  await firm.getByRole('button', { name: 'Issue report' }).click();
  await firm.getByRole('button', { name: /^Sign report · / }).click();
  await expect(firm.getByText('4 files signed.')).toBeVisible({ timeout: 120_000 });
  return (await firm.getByRole('link', { name: /^Share · / }).getAttribute('href')) ?? '';
}

/** A lender with a deal whose client is the audited supplier. */
async function openLender(page: Page, name: string): Promise<Organization & { supplier: string; code: string }> {
  const lender = uniqueName('Bank');
  const path = await sendForm(page, '/sign-up', { organizationName: lender, organizationKind: 'lender' });
  const organization = { slug: path.slice(3), name: lender, path };
  const supplier = await addSupplier(page, organization, { name, country: 'VN', sector: '14', workers: '300' });
  await page.goto(`${path}/deals/new?client=${supplier.split('/').at(-1)}`);
  await page.getByRole('textbox', { name: 'Project', exact: true }).fill('Second mill');
  await chooseFrom(page, 'Host countries', 'VN');
  await page.getByLabel('Sector', { exact: true }).selectOption('others');
  await page.getByLabel('Project finance', { exact: true }).check();
  await page.getByLabel(/^Total project capital cost/).fill('20000000');
  await page.getByRole('button', { name: 'Open deal' }).click();
  await expect(page.getByText(/Deal D-\d{4}-0001 opened/)).toBeVisible();
  await page.goto(`${path}/shared-with-us`);
  const code = await page.getByRole('textbox', { name: 'Your code' }).inputValue();
  return { ...organization, supplier, code };
}

/** Accepts a shared report and attaches it: to the supplier that is proposed, or to one by its name. */
async function receive(
  page: Page,
  { path }: { path: string },
  { shared, supplier }: { shared: string; supplier: string | null },
): Promise<void> {
  await page.goto(`${path}/shared-with-us/${shared.split('/').at(-1)}`);
  await page.getByRole('button', { name: 'Accept', exact: true }).click();
  if (supplier !== null) await chooseFrom(page, 'Supplier', supplier);
  await page.getByRole('button', { name: 'Attach to supplier' }).click();
  await expect(page.getByText(/^Report attached: 1 new/)).toBeVisible();
}

/** The risk score on the page of a supplier. */
async function scoreOf(page: Page, supplier: string): Promise<number> {
  await page.goto(`${supplier}/score`);
  const score = page.getByText(/^\d+ out of 100$/).first();
  return Number.parseInt((await score.textContent()) ?? '', 10);
}

test('A commissioned audit: a day on a tablet without network, signed, issued and sent, and the screens of buyer and lender change', async ({
  memberPage: buyer,
  organization,
  browser,
  baseURL,
  troubles,
}) => {
  test.setTimeout(300_000);
  const name = uniqueName('Mill');
  const supplier = await addSupplier(buyer, organization, { name, country: 'VN', sector: '14', workers: '300' });
  const link = await commission(buyer, organization, supplier);

  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), ...tablet });
  const firm = await context.newPage();
  listenFor(firm, troubles);
  const firmOrganization = await signUp(firm, newAccount('Ilse Example'), { kind: 'Audit firm', name: uniqueName('Firm') });
  const reviewer = await invite(firm, firmOrganization, 'reviewer', { browser, baseURL, troubles });
  const audit = await acceptAndPlan(firm, link, name);
  const onSite = `${audit}/on-site`;
  await begin(firm, onSite);
  await context.setOffline(true);
  await recordOffline(firm, onSite);
  await context.setOffline(false);
  await expect(queue(firm)).toHaveText('All entries sent', { timeout: 120_000 });
  const share = await concludeAndSign(firm, reviewer.page, audit);

  await firm.goto(share);
  await firm.getByRole('button', { name: 'Send signed report' }).click();
  await firm.waitForURL(/\/shared-access\/[0-9a-f-]{36}$/);
  const before = await scoreOf(buyer, supplier);
  await receive(buyer, organization, { shared: firm.url(), supplier: null });
  expect(await scoreOf(buyer, supplier)).toBeGreaterThan(before);
  await buyer.goto(`${supplier}/findings`);
  await expect(buyer.getByText(found).first()).toBeVisible();
  await buyer.goto(`${supplier}/corrective-actions`);
  await expect(buyer.getByText('Return all passports and provide lockers.').first()).toBeVisible();

  const bank = await openLender(buyer, name);
  await buyer.goto(`${bank.path}/portfolio/watch`);
  const watched = buyer.getByRole('row').filter({ hasText: 'Second mill' });
  await expect(watched).toContainText('Moderate');
  await expect(watched).not.toContainText('Risk band worsened');
  await fillForm(firm, share, {
    has: 'code',
    values: { code: bank.code, purpose: 'lender', reason: 'Your client was audited', until: '2028-01-01', forms: 'full' },
  });
  await firm.goto(`${firmOrganization.path}/shared-access`);
  const shared = (await firm.getByRole('row').filter({ hasText: bank.name }).getByRole('link').first().getAttribute('href')) ?? '';
  await receive(buyer, bank, { shared, supplier: name });
  await buyer.goto(`${bank.path}/portfolio/watch`);
  await expect(watched).toContainText('Risk band worsened: Moderate until');
  await expect(watched).toContainText('Elevated');
  await buyer.goto(`${bank.path}/portfolio/deals`);
  await expect(buyer.getByRole('row').filter({ hasText: 'Second mill' })).toContainText('Elevated');
  await reviewer.context.close();
  await context.close();
});
