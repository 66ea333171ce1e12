import { chooseFrom } from './choose-from';
import { addSupplier, expect, uniqueName, type Page, test } from './journey';
import { overflow, newViolations } from './inspect';
import { invite } from './invite';

/** A date as a form accepts it, some days from now. */
const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
const moment = (hoursAgo: number) => new Date(Date.now() - hoursAgo * 3_600_000).toISOString().slice(0, 16);

async function openLoan(page: Page, path: string, client: string): Promise<string> {
  await page.goto(`${path}/deals/new`);
  await chooseFrom(page, 'Client', client);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('textbox', { name: 'Project', exact: true }).fill('Desert park');
  await chooseFrom(page, 'Host countries', 'CL');
  await page.getByLabel('Sector', { exact: true }).selectOption('power');
  await page.getByLabel('Project finance', { exact: true }).check();
  await page.getByRole('button', { name: 'Open deal' }).click();
  await expect(page.getByText(/Deal D-\d{4}-0001 opened/)).toBeVisible();
  return new URL(page.url()).pathname;
}

test('a lender monitors covenants: a standard one added, missed, breached, waived by a second user; the drawstop is shown', {
  tag: '@thorough',
}, async ({ memberPage: page, organization, browser, baseURL, troubles }) => {
  const client = uniqueName('Solar client');
  await addSupplier(page, organization, { name: client, country: 'CL' });
  const loan = await openLoan(page, organization.path, client);
  const here = `${loan}/monitoring`;
  await page.goto(here);
  await expect(page.getByText('No covenants yet')).toBeVisible();
  expect(await newViolations(page)).toEqual([]);
  await page.getByRole('main').getByRole('link', { name: 'Add covenant' }).click();
  await page.getByRole('button', { name: /^Add: Workers’ accommodation meets/ }).click();
  await expect(page.getByText('Covenant No. 1 added.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Add: Workers’ accommodation meets/ })).toHaveCount(0);

  // A custom covenant, rejected first: no value is lost. Its test was due nine days ago.
  await page.getByLabel('Covenant text').fill('Fees that workers paid are repaid.');
  await page.getByRole('button', { name: 'Add covenant' }).click();
  await expect(page.getByRole('alert')).toContainText('Enter a date.');
  await expect(page.getByLabel('Covenant text')).toHaveValue('Fees that workers paid are repaid.');
  await page.getByLabel('Subject', { exact: true }).selectOption('fee-repayment');
  await page.getByLabel('Quarterly').check();
  await page.getByLabel('First test date').fill(day(-9));
  await page.getByLabel('The lender', { exact: true }).check();
  await page.getByRole('button', { name: 'Add covenant' }).click();
  await expect(page.getByText('Covenant No. 2 added.')).toBeVisible();
  const covenant = new URL(page.url()).pathname;
  await expect(page.getByText('Drawstop: no disbursement is allowed')).toBeVisible();
  await expect(page.getByRole('link', { name: 'A covenant test is overdue.' })).toHaveAttribute('href', here);
  await expect(page.locator('#covenant')).toContainText('Test overdue');
  expect(await newViolations(page)).toEqual([]);
  await page.goto(`${here}/calendar`);
  await expect(page.getByText('Overdue by 9 days')).toBeVisible();
  // For an external calendar: the date and what is due, without the text of the covenant; no cache stores it, and it needs a sign-in.
  const file = await page.request.get(`${here}/calendar.ics`);
  expect(file.headers()['cache-control']).toBe('private, no-store');
  expect(file.headers()['content-type']).toContain('text/calendar');
  expect(await file.text()).toContain(`DTSTART;VALUE=DATE:${day(-9).replaceAll('-', '')}`);
  expect(await file.text()).not.toContain('repaid');
  const stranger = await browser.newContext(baseURL ? { baseURL } : {});
  expect(await (await stranger.request.get(`${here}/calendar.ics`)).text()).not.toContain('VCALENDAR');
  await stranger.close();
  await page.goto(organization.path);
  await expect(page.getByRole('main').getByText('Test covenant').first()).toBeVisible();

  // Not met: the breach opens, and is planned.
  await page.goto(covenant);
  await page.locator('#test').getByLabel('Not met').check();
  await page.locator('#test').getByRole('button', { name: 'Save result' }).click();
  await expect(page.getByRole('alert')).toContainText('Enter a reason.');
  await page.locator('#test').getByLabel('Reason').fill('Two agencies repaid nothing.');
  await page.locator('#test').getByRole('button', { name: 'Save result' }).click();
  await expect(page.getByText('Result saved. A breach is now open.')).toBeVisible();
  await expect(page.getByText('A covenant breach is not remedied.')).toBeVisible();
  await page.locator('#breaches').getByRole('button', { name: 'Remedial plan' }).click();
  await page.getByRole('dialog').getByLabel('Due date').fill(day(30));
  await page.getByRole('dialog').getByRole('button', { name: 'Remedial plan' }).click();
  // When rejected, the dialog stays open with its values; when accepted, it closes on the same page.
  await expect(page.getByRole('dialog').getByRole('alert')).toBeFocused();
  await expect(page.getByRole('dialog').getByLabel('Due date')).toHaveValue(day(30));
  expect(await newViolations(page)).toEqual([]);
  await page.getByLabel('Planned actions').fill('The client repays and recovers it from the agencies.');
  await page.getByRole('dialog').getByRole('button', { name: 'Remedial plan' }).click();
  await expect(page.locator('#breaches')).toContainText('Remedial plan agreed');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  // The user who requests a waiver does not grant it.
  await page.locator('#waivers').getByRole('button', { name: 'Request waiver' }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('The agencies are in court.');
  await page.getByLabel('Last day').fill(day(60));
  await page.getByRole('dialog').getByRole('button', { name: 'Request waiver' }).click();
  await expect(page.getByText('You made this request. Another person must decide.')).toBeVisible();
  const second = await invite(page, organization, 'reviewer', { browser, baseURL, troubles });
  await second.page.goto(covenant);
  await expect(second.page.locator('#test')).toHaveCount(0);
  await second.page.locator('#waivers').getByLabel('Grant waiver').check();
  await second.page.locator('#waivers').getByRole('button', { name: 'Decide' }).click();
  await expect(second.page.getByText('Waiver granted.')).toBeVisible();
  await expect(second.page.getByText('Drawstop: no disbursement is allowed')).toHaveCount(0);
  await expect(second.page.locator('#covenant')).toContainText('Waived');
  expect(await newViolations(second.page)).toEqual([]);
  await second.context.close();

  // An incident that was reported late to the lender.
  await page.goto(`${here}/incidents/new`);
  await page.getByLabel('Type', { exact: true }).selectOption('restricted');
  await page.getByLabel('Occurred (UTC)').fill(moment(80));
  await page.getByLabel('Client became aware (UTC)').fill(moment(70));
  await page.getByLabel(/^Description/).fill('Something that does not belong here');
  await page.getByRole('button', { name: 'Record incident' }).click();
  await expect(page.getByRole('alert')).toContainText('Remove the description and the numbers.');
  await page.getByLabel('Type', { exact: true }).selectOption('fire');
  await page.getByLabel(/^Description/).fill('A kitchen of the camp burnt; nobody was hurt.');
  await page.getByRole('button', { name: 'Record incident' }).click();
  await expect(page.getByText('Incident No. 1 recorded.')).toBeVisible();
  await expect(page.locator('#incident')).toContainText(/Not notified; 2[23] hours overdue/);
  await page.getByRole('button', { name: 'Record lender notification' }).click();
  await page.getByRole('dialog').getByLabel('Lender notified (UTC)').fill(moment(2));
  await page.getByRole('dialog').getByRole('button', { name: 'Record lender notification' }).click();
  await expect(page.locator('#incident')).toContainText(/Notified 2[01] hours late/);
  const followUp = page.locator('#incident').getByRole('button', { name: 'Add follow-up' });
  for (const text of ['The kitchen is built anew.', 'The camp has a second exit.']) {
    await followUp.click();
    // The values of the last submission are no longer in the form.
    await expect(page.getByRole('dialog').getByRole('textbox')).toHaveValue('');
    await page.getByRole('dialog').getByRole('textbox').fill(text);
    await page.getByRole('dialog').getByRole('button', { name: 'Add follow-up' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByText(text)).toBeVisible();
  }
  // Without script a rejected form is open too, and can be closed.
  const plain = await browser.newContext({ baseURL, javaScriptEnabled: false, storageState: await page.context().storageState() });
  const still = await plain.newPage();
  await still.goto(page.url());
  await still.getByRole('button', { name: 'Add follow-up' }).click();
  await still.getByRole('dialog').getByRole('button', { name: 'Add follow-up' }).click();
  await expect(still.getByRole('dialog').getByRole('alert')).toBeVisible();
  await still.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await expect(still.getByRole('dialog')).toHaveCount(0);
  await plain.close();
  expect(await newViolations(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  for (const path of ['', '/covenants/new', covenant.slice(here.length), '/calendar', '/reports', '/incidents', '/incidents/new']) {
    await page.goto(here + path);
    expect(await overflow(page), `${path} at 360 px`).toBe('fits');
  }
});

test('a client reports by link, without account or script, on a phone: draft, sent once, questioned, corrected, accepted', async ({
  memberPage: page,
  organization,
  browser,
  baseURL,
}) => {
  const client = uniqueName('Solar client');
  await addSupplier(page, organization, { name: client, country: 'CL' });
  const loan = await openLoan(page, organization.path, client);
  const reports = `${loan}/monitoring/reports`;
  await page.goto(reports);
  await page.getByLabel('Quarterly').check();
  await page.getByLabel('First day of the first period').fill(day(-150));
  await page.getByLabel('Days from period end to due date').fill('30');
  await page.getByRole('button', { name: 'Set schedule' }).click();
  await expect(page.getByText('Reporting schedule set.')).toBeVisible();
  await expect(page.locator('#reports')).toContainText('Overdue');
  await page.getByRole('button', { name: 'Create link' }).click();
  const link = await page.getByRole('textbox', { name: `Link for ${client}` }).inputValue();
  expect(await newViolations(page)).toEqual([]);

  const context = await browser.newContext({
    ...(baseURL ? { baseURL } : {}),
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  });
  const phone = await context.newPage();
  await phone.goto(new URL(link).pathname);
  await expect(phone.getByText('Do not name workers')).toBeVisible();
  await phone.getByRole('button', { name: 'Open on this device' }).click();
  await expect(phone.getByText('This report is overdue.')).toBeVisible();
  await phone.getByRole('link', { name: /This report is overdue/ }).click();
  const form = new URL(phone.url()).pathname;
  await phone.getByLabel('Employed by you').fill('240');
  await phone.getByRole('button', { name: 'Save draft' }).click();
  await expect(phone.getByText('Draft saved.')).toBeVisible();
  await page.goto(reports);
  await expect(page.locator('#reports')).toContainText('Overdue');
  await phone.getByRole('button', { name: 'Send report' }).click();
  await expect(phone.getByRole('alert')).toContainText('Empty does not mean zero.');
  await expect(phone.getByLabel('Employed by you')).toHaveValue('240');
  await phone.getByLabel('Employed by contractors and agencies').fill('1,400');
  await phone.getByLabel('People who died').fill('0');
  await phone.locator('#unknown-injuries').check();
  await phone.getByLabel('Received in the period').fill('3');
  await phone.getByLabel('Closed in the period').fill('0');
  await phone.getByLabel(/^Incidents/).fill('Told by phone +56 9 8765 4321');
  await phone.getByLabel('We comply with everything we agreed.').check();
  await phone.getByLabel('Your name').fill('A. Director');
  await phone.getByLabel('Your job title').fill('Director');
  await phone.getByRole('button', { name: 'Send report' }).click();
  await expect(phone.getByRole('alert')).toContainText('This text may identify a person');
  expect(await overflow(phone)).toBe('fits');
  await phone.getByLabel(/^Incidents/).fill('None.');
  await phone.getByRole('button', { name: 'Send report' }).click();
  await expect(phone.locator('#sent')).toContainText('fewer than five');
  await expect(phone.locator('#sent')).toContainText('not known');
  expect(await overflow(phone)).toBe('fits');
  await phone.goto(new URL(link).pathname);
  await expect(phone.getByText('This link no longer works')).toBeVisible();

  await page.goto(reports);
  await expect(page.locator('#reports')).toContainText('Received, not reviewed');
  await page.locator('#reports').getByRole('link').last().click();
  await expect(page.locator('#report')).toContainText('1,400');
  await page.getByRole('button', { name: 'Request clarification' }).click();
  await page.getByRole('dialog').getByLabel('Comment').fill('How many live in the camp?');
  await page.getByRole('dialog').getByRole('button', { name: 'Request clarification' }).click();
  await expect(page.getByText('Clarification requested. The client sees your question on its page.')).toBeVisible();

  await phone.goto(form);
  await expect(phone.getByText('How many live in the camp?')).toBeVisible();
  await phone.getByLabel(/^Audits and inspections/).fill('Nine hundred live in the camp.');
  await phone.getByRole('button', { name: 'Send correction' }).click();
  await expect(phone.locator('#sent')).toContainText('Version 2');
  await page.reload();
  await page.getByRole('button', { name: 'Accept report' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Accept report' }).click();
  await expect(page.locator('#report')).toContainText('Accepted');
  await expect(page.locator('#versions')).toContainText('Version 1');
  expect(await newViolations(page)).toEqual([]);

  await page.goto(reports);
  await page.getByRole('button', { name: 'Revoke access' }).click();
  await expect(page.getByText('Access revoked.')).toBeVisible();
  expect((await phone.goto(form))?.status()).toBe(410);
  await context.close();
});
