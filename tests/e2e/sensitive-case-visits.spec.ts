import { chooseFrom } from './choose-from';
import { overflow, newViolations } from './inspect';
import { invite } from './invite';
import { addSupplier, expect, uniqueName, test } from './journey';
import { planAuditOf } from './recorder';

const account = 'W-41 says that nobody may leave the dormitory.';
const note = 'W-41 was moved to another gate, which is locked too.';
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('A visit to the site of a sensitive case is shown on its page, and its results are visible to the assigned users only', {
  tag: '@thorough',
}, async ({ memberPage: owner, organization, browser, baseURL, troubles }) => {
  const around = { browser, baseURL, troubles };
  const second = await invite(owner, organization, 'reviewer', around);
  // Leads the audit, and has no access to the sensitive case.
  const lead = await invite(owner, organization, 'auditor', around);
  const name = uniqueName('Mill');
  const supplier = await addSupplier(owner, organization, { name, country: 'VN', sector: '14', workers: '400' });

  await owner.goto(supplier);
  await owner.getByRole('button', { name: 'Report a serious concern (confidential)' }).click();
  await expect(owner.getByRole('radio', { name })).toBeChecked();
  await owner.getByLabel('People cannot leave the site or dormitory').check();
  await owner.getByLabel('Description of the concern').fill(account);
  await chooseFrom(owner, 'Second person', second.name);
  await owner.getByRole('button', { name: 'Open sensitive case' }).click();
  await owner.waitForURL(/\/sensitive-cases\/[0-9a-f-]{36}$/);
  const sensitiveCase = new URL(owner.url()).pathname;
  const visits = owner.locator('#visits');
  await expect(visits.getByText('No audits of this site are visible to you.')).toBeVisible();
  await expect(visits.getByText('Record visit result')).toHaveCount(0);

  const audit = await planAuditOf(owner, { organization, address: supplier }, { lead: lead.name, days: [dayIn(7), dayIn(8)] });
  await owner.goto(sensitiveCase);
  await expect(visits.getByRole('link', { name: /^Audit / })).toHaveAttribute('href', audit);
  await visits.getByText('Record visit result').first().click();
  // An entry needs its outcome, and may not contain data that could identify a person.
  await visits.getByLabel('Still present').check();
  await visits.getByLabel('Note').fill('Ask W-41 at +84 912 345 678.');
  await visits.getByRole('button', { name: 'Record visit result' }).click();
  await expect(visits.getByText('may identify a person: phone number').first()).toBeVisible();
  await visits.getByLabel('Note').fill(note);
  await visits.getByRole('button', { name: 'Record visit result' }).click();
  await expect(visits.getByText(note)).toBeVisible();
  await expect(visits.getByText('Still present').first()).toBeVisible();
  expect(await newViolations(owner)).toEqual([]);
  await owner.setViewportSize({ width: 360, height: 740 });
  expect(await overflow(owner), 'at 360 px').toBe('fits');
  await owner.setViewportSize({ width: 1280, height: 720 });

  await second.page.goto(sensitiveCase);
  await expect(second.page.locator('#visits').getByText(note)).toBeVisible();

  // The lead of that audit reads it, the offline package and the supplier: nothing of the sensitive case.
  await lead.page.goto(audit);
  await expect(lead.page.getByRole('heading', { level: 1 })).toBeVisible();
  const pages = ['', '/record', '/conclusion', '/reports', '/on-site.pack'].map((part) => `${audit}${part}`);
  const others = [
    supplier,
    `${supplier}/history`,
    organization.path,
    `${organization.path}/audits`,
    `${organization.path}/sensitive-cases`,
  ];
  for (const address of [...pages, ...others]) {
    const answer = await lead.page.request.get(address);
    expect(answer.status(), address).toBe(200);
    expect(await answer.text(), address).not.toMatch(/W-41|Still present|still-so|\/sensitive-cases\/[0-9a-f]{8}/);
  }
  for (const address of [sensitiveCase, `${sensitiveCase}/export`])
    expect((await lead.page.request.get(address)).status(), address).toBe(404);
  for (const { context } of [second, lead]) await context.close();
});
