import { ask, begin, noViolations, onPhone } from './answering';
import { overflow } from './inspect';
import { expect, uniqueName, test } from './journey';

test('A named subcontractor is withdrawn: it no longer counts, its link shows why, the buyer sees when, and it can be named again', async ({
  memberPage: owner,
  organization,
  browser,
  baseURL,
  troubles,
}) => {
  const { name: mill, link, request } = await ask(owner, organization);
  const { page, context } = await onPhone(browser, baseURL, troubles);
  await begin(page, link);
  await page.getByRole('link', { name: 'Your subcontractors and labour recruiters' }).click();
  const named = uniqueName('Dye works');
  const nameIt = async () => {
    await page.getByRole('textbox', { name: 'Company name' }).fill(named);
    await page.getByLabel('Country').selectOption('VN');
    await page.getByRole('textbox', { name: 'Work done for you' }).fill('Dyeing');
    await page.getByRole('button', { name: 'Add company' }).click();
    return page.getByRole('textbox', { name: `Link for ${named}` }).inputValue();
  };
  const passed = await nameIt();
  const other = await onPhone(browser, baseURL, troubles);
  await begin(other.page, passed);

  await page.getByText('Named by mistake?').click();
  await expect(page.getByText(`${named} then no longer counts as your company’s subcontractor or recruiter.`)).toBeVisible();
  await noViolations(page);
  expect(await overflow(page), 'at 360 px').toBe('fits');
  await page.getByRole('button', { name: `Withdraw ${named}` }).click();
  await expect(page.getByRole('heading', { name: 'Withdrawn' })).toBeVisible();
  await expect(page.getByText(/^Withdrawn on /)).toBeVisible();
  await noViolations(page);

  await other.page.reload();
  await expect(other.page.getByText(`${mill} named you`)).toBeVisible();
  await noViolations(other.page);
  const stranger = await onPhone(browser, baseURL, troubles);
  expect((await stranger.page.goto(passed))?.status()).toBe(410);
  await noViolations(stranger.page);

  await owner.goto(request);
  const row = owner.getByRole('row', { name: new RegExp(named) });
  await expect(row).toContainText('Withdrawn');
  await owner.goto(`${organization.path}/requests`);
  await expect(owner.getByRole('row', { name: new RegExp(`^${mill}`) })).toBeVisible();
  expect(await nameIt()).not.toBe(passed);
  await owner.goto(request);
  await expect(owner.getByRole('row', { name: new RegExp(named) })).toHaveCount(2);
  for (const each of [context, other.context, stranger.context]) await each.close();
});
