import { newViolations, overflow } from './inspect';
import { expect, type Page, test } from './journey';
import { begin, passphrase, planAudit, queue } from './recorder';

async function draw(page: Page, signs: string): Promise<void> {
  const pad = page.locator(`[data-signs=${signs}] [data-signature-pad]`);
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error('no field to sign in');
  await page.mouse.move(box.x + 20, box.y + 30);
  await page.mouse.down();
  for (let step = 1; step <= 8; step += 1) await page.mouse.move(box.x + 20 + step * 15, box.y + 30 + (step % 2) * 20);
  await page.mouse.up();
}

async function recordFinding(page: Page, onSite: string, question: string, what: string): Promise<void> {
  await page.goto(`${onSite}#/findings/new/${question}`);
  await page.getByRole('radio', { name: 'Major' }).check();
  await page.getByLabel('Description').fill(what);
  await page.getByLabel('Evidence', { exact: true }).fill('Seen on site');
  await page.getByLabel('Number unknown').check();
  await page.getByRole('radio', { name: 'Systemic' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(what)).toBeVisible();
}

async function sign(page: Page, site: string): Promise<void> {
  await page.locator('[data-signs=siteBy]').getByLabel('Job title').fill(site);
  await page.locator('[data-signs=auditorBy]').getByLabel('Job title').fill('Lead auditor');
  await draw(page, 'siteBy');
  await draw(page, 'auditorBy');
  await page.getByRole('button', { name: 'Save signatures' }).click();
  await expect(page.locator('[data-plan-signed]')).toBeVisible();
}

test('The closing plan is shown, signed and printed without network, and arrives with the hash that was signed', async ({ memberPage }) => {
  test.setTimeout(240_000);
  const { onSite } = await planAudit(memberPage);
  await begin(memberPage, onSite);
  await memberPage.setViewportSize({ width: 1024, height: 768 });
  await memberPage.context().setOffline(true);
  await recordFinding(memberPage, onSite, 'BW.OSH.1.a', 'Two fire exits were locked');
  await recordFinding(memberPage, onSite, 'BW.FL.1.b', 'SENSITIVE words');

  await memberPage.goto(`${onSite}#/closing`);
  const line = memberPage.locator('[data-plan-line]');
  await expect(line).toHaveCount(1);
  await expect(memberPage.getByText('SENSITIVE')).toBeHidden();
  await line.getByLabel('Include', { exact: true }).check();
  await expect(line.getByText(/^Still missing:/)).toBeVisible();
  for (const [label, text] of [
    ['What was found, as management reads it', 'Two of six fire exits were locked during the shift.'],
    ['Requirement', 'Labour Code, Art. 134'],
    ['Agreed action', 'Remove the locks and check exits every shift.'],
    ['Responsible (job title)', 'Safety manager'],
  ] as const) {
    await line.getByLabel(label).fill(text);
    await line.getByLabel(label).blur();
  }
  await line.getByLabel('Disagrees').check();
  await line.getByLabel(/^Remark of the site/).fill('One exit was blocked for an hour only.');
  await line.getByLabel(/^Remark of the site/).blur();
  await expect(line.getByText(/^Still missing:/)).toBeHidden();
  expect(await newViolations(memberPage)).toEqual([]);
  await memberPage.getByRole('button', { name: 'Show plan' }).click();

  const sheet = memberPage.locator('[data-plan-sheet]');
  await expect(sheet.getByText('Two of six fire exits were locked during the shift.')).toBeVisible();
  await expect(memberPage.getByRole('link', { name: 'Device' })).toBeHidden();
  const hash = (await memberPage.locator('[data-plan-hash]').textContent()) ?? '';
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  await sign(memberPage, 'General manager');
  await expect(memberPage.locator(`[data-plan-signed="${hash}"]`)).toBeVisible();
  expect(await newViolations(memberPage)).toEqual([]);
  await memberPage.emulateMedia({ media: 'print' });
  await expect(memberPage.getByRole('link', { name: 'Back to the record' })).toBeHidden();
  await expect(memberPage.getByText(/^Record on site/)).toBeHidden();
  await memberPage.emulateMedia({ media: 'screen' });
  await memberPage.setViewportSize({ width: 360, height: 740 });
  expect(await overflow(memberPage)).toBe('fits');

  // The page survives being closed; a change makes the signature one of an earlier version.
  await memberPage.goto(onSite);
  await memberPage.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await memberPage.getByRole('button', { name: 'Unlock', exact: true }).click();
  await expect(memberPage.getByRole('link', { name: /^Child labour/ })).toBeVisible();
  await memberPage.goto(`${onSite}#/closing`);
  await expect(memberPage.getByText('The plan changed after it was signed')).toBeHidden();
  await line.getByLabel('Completed within').selectOption('30');
  await expect(memberPage.getByText('The plan changed after it was signed')).toBeVisible();
  await memberPage.getByRole('button', { name: 'Show plan' }).click();
  await expect(sheet.getByText('Version 2')).toBeVisible();
  await sign(memberPage, 'General manager');
  await memberPage.goto(`${onSite}#/closing`);
  await expect(memberPage.getByText('The plan changed after it was signed')).toBeHidden();
  expect(await overflow(memberPage)).toBe('fits');

  await memberPage.context().setOffline(false);
  await expect(queue(memberPage)).toHaveText('All entries sent', { timeout: 60_000 });
  await memberPage.setViewportSize({ width: 1440, height: 900 });
  await memberPage.goto(onSite.replace(/on-site$/, 'record'));
  const row = memberPage.getByRole('row').filter({ hasText: hash });
  await expect(row).toContainText('General manager');
  const address = (await row.getByRole('link', { name: 'PDF' }).getAttribute('href')) ?? '';
  const file = await memberPage.request.get(address);
  expect([file.status(), file.headers()['content-type']]).toEqual([200, 'application/pdf']);
});
