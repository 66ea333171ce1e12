import { fillLine, recordFinding, signPlan } from './closing-plan';
import { newViolations, overflow } from './inspect';
import { expect, test } from './journey';
import { begin, passphrase, planAudit, queue } from './recorder';

test('The closing plan is shown, signed and printed without network, and arrives with the hash that was signed', async ({ memberPage }) => {
  test.setTimeout(240_000);
  const { onSite } = await planAudit(memberPage);
  await begin(memberPage, onSite);
  await memberPage.setViewportSize({ width: 1024, height: 768 });
  await memberPage.context().setOffline(true);
  await recordFinding(memberPage, onSite, { question: 'BW.OSH.1.a', what: 'Two fire exits were locked' });
  await recordFinding(memberPage, onSite, { question: 'BW.FL.1.b.1', what: 'SENSITIVE words' });

  await memberPage.goto(`${onSite}#/closing`);
  const line = memberPage.locator('[data-plan-line]');
  await expect(line).toHaveCount(1);
  await expect(memberPage.getByText('SENSITIVE')).toBeHidden();
  await fillLine(memberPage, {
    ...{ what: 'Two of six fire exits were locked during the shift.', requirement: 'Labour Code, Art. 134' },
    ...{ action: 'Remove the locks and check exits every shift.', responsible: 'Safety manager' },
  });
  await line.getByLabel('Disagrees').check();
  await line.getByLabel(/^Remark of the site/).fill('One exit was blocked for an hour only.');
  await line.getByLabel(/^Remark of the site/).blur();
  await expect(line.getByText(/^Still missing:/)).toBeHidden();
  expect(await newViolations(memberPage)).toEqual([]);
  await memberPage.getByRole('link', { name: 'Show plan' }).click();

  const sheet = memberPage.locator('[data-plan-sheet]');
  await expect(sheet.getByText('Two of six fire exits were locked during the shift.')).toBeVisible();
  await expect(memberPage.getByRole('link', { name: 'Device' })).toBeHidden();
  const hash = (await memberPage.locator('[data-plan-hash]').textContent()) ?? '';
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  await signPlan(memberPage, 'General manager');
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
  await memberPage.getByRole('link', { name: 'Show plan' }).click();
  await expect(sheet.getByText('Version 2')).toBeVisible();
  await signPlan(memberPage, 'General manager');
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
