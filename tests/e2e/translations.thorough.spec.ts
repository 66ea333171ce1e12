import { spawnSync } from 'node:child_process';
import { ask, noViolations, onPhone } from './answering';
import { overflow } from './inspect';
import { expect, test } from './journey';

test('A user with the permission corrects a translation beside its English; a supplier sees it at once; others get 404', async ({
  memberPage: owner,
  organization,
  account,
  browser,
  baseURL,
  troubles,
}) => {
  await owner.goto('/translations');
  await expect(owner.getByText('No languages assigned')).toBeVisible();
  await noViolations(owner);
  const page = '/translations/ilo-ten-principles@1.0.0/hi';
  expect((await owner.goto(page))?.status()).toBe(404);

  const command = ['--import', 'tsx', 'server/translators-command.ts', 'add', account.email, 'hi'];
  const run = spawnSync(process.execPath, command, { env: { ...process.env, DATA_DIR: process.env.E2E_DATA_DIR }, encoding: 'utf8' });
  expect(run.stdout + run.stderr).toContain(`${account.email}: hi`);

  await owner.goto('/translations');
  await noViolations(owner);
  await owner
    .getByRole('row', { name: /ten principles/ })
    .getByRole('link')
    .click();
  await owner.getByLabel('Section').selectOption('P10');
  await owner.getByRole('button', { name: 'Apply' }).click();
  await owner.waitForURL(/section=P10/);
  await noViolations(owner);
  const row = owner.locator('[id="P10.Q1.text"]');
  await row.getByRole('textbox').fill('यह प्रश्न नहीं है।');
  await row.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(row.getByText('The English text is a question.')).toBeVisible();
  await expect(row.getByRole('textbox')).toHaveValue('यह प्रश्न नहीं है।');
  const corrected = 'क्या आप दूसरों के साथ मिलकर इस पर काम करते हैं?';
  await row.getByRole('textbox').fill(corrected);
  await row.getByRole('button', { name: 'Save as reviewed' }).click();
  await expect(owner.locator('[id="P10.Q1.text"]').getByText(/Reviewed · Revision 1,001/)).toBeVisible();
  await owner.setViewportSize({ width: 360, height: 740 });
  expect(await overflow(owner), 'at 360 px').toBe('fits');
  await owner.setViewportSize({ width: 1280, height: 720 });

  const { link } = await ask(owner, organization);
  const phone = await onPhone(browser, baseURL, troubles);
  await phone.context.addCookies([{ name: 'locale', value: 'hi', url: baseURL ?? '' }]);
  await phone.page.goto(link);
  await phone.page.locator('button[value="open"]').click();
  await phone.page.waitForURL(/\/guest\/questionnaire\/[0-9a-f-]{36}$/);
  await phone.page.goto(`${phone.page.url()}/sections/P10`);
  await expect(phone.page.getByRole('heading', { name: corrected })).toBeVisible();
  await phone.context.close();
});
