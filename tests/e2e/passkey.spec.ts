import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { demonstrationCookies } from './demonstration';
import { newViolations, overflow } from './inspect';
import { expect, test } from './journey';

/** The browser's own passkey device. It recognizes its user. `hasSecret`: whether it has the extension "prf". */
async function addDevice(page: Page, hasSecret: boolean) {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const add = (isUserVerified: boolean) =>
    session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        ...{ protocol: 'ctap2', ctap2Version: 'ctap2_1', transport: 'internal', hasResidentKey: true, hasPrf: hasSecret },
        ...{ hasUserVerification: true, isUserVerified, automaticPresenceSimulation: true },
      },
    });
  let { authenticatorId } = await add(true);
  return {
    forge: (isBogusSignature: boolean) => session.send('WebAuthn.setResponseOverrideBits', { authenticatorId, isBogusSignature }),
    /** From now on the device recognizes its user, or no longer. A new one with the same passkeys: one that once failed goes on failing. */
    recognize: async (isUserVerified: boolean) => {
      const { credentials } = await session.send('WebAuthn.getCredentials', { authenticatorId });
      await session.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
      ({ authenticatorId } = await add(isUserVerified));
      for (const credential of credentials) await session.send('WebAuthn.addCredential', { authenticatorId, credential });
    },
  };
}

/** Presses a button whose act the device is asked to confirm, and does not: the page says so. */
async function failToConfirm(page: Page, device: Awaited<ReturnType<typeof addDevice>>, button: string): Promise<void> {
  await device.recognize(false);
  await page.getByRole('button', { name: button }).click();
  await expect(page.getByRole('alert')).toContainText('Your device did not confirm, so nothing was saved or signed. Try again');
  expect(await newViolations(page)).toEqual([]);
  await device.recognize(true);
}

/** Opens the page on which a person signs a report of an approved audit of the firm. */
async function openSigning(page: Page, role: 'owner' | 'auditor'): Promise<void> {
  const home = await demonstrationCookies(page.context(), role, 'firm');
  await page.goto(`${home}/audits?status=approved`);
  const audit = page
    .getByRole('main')
    .locator('a[href*="/audits/"]')
    .filter({ hasText: /^\d{4}-\d{4}/ });
  await page.goto(`${await audit.first().getAttribute('href')}/reports`);
  await page.getByRole('link', { name: /^Sign in person/ }).click();
}

async function signInPerson(page: Page, { hasSecret, role }: { hasSecret: boolean; role: 'owner' | 'auditor' }): Promise<Buffer> {
  const device = await addDevice(page, hasSecret);
  await openSigning(page, role);
  await expect(page.getByText('You have no signing key yet.')).toBeVisible();
  const sign = page.url();
  const reports = sign.slice(0, sign.indexOf('/reports/') + '/reports'.length);
  await page.getByRole('link', { name: 'Create signing key' }).click();
  await page.getByRole('button', { name: 'Create signing key' }).click();
  await expect(page.getByText('Enter a name for the device.')).toBeVisible();
  await page.getByLabel('Device').fill('Work phone');
  // A passkey with a secret keeps it: the browser gives no copy for another device.
  if (!hasSecret) {
    await failToConfirm(page, device, 'Create signing key');
    await expect(page.getByLabel('Device')).toHaveValue('Work phone');
  }
  await page.getByRole('button', { name: 'Create signing key' }).click();
  await expect(page.getByText('Signing key created.')).toBeVisible();
  await expect(
    page.getByText(hasSecret ? 'The server cannot use it.' : 'uses it only after the passkey confirms the report.'),
  ).toBeVisible();
  expect(await newViolations(page)).toEqual([]);

  await page.goto(sign);
  if (!hasSecret) await failToConfirm(page, device, 'Sign with passkey');
  await device.forge(true);
  await page.getByRole('button', { name: 'Sign with passkey' }).click();
  await expect(page.getByText('The confirmation of the passkey is not valid for this.')).toBeVisible();
  expect(await newViolations(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflow(page)).toBe('fits');
  await page.setViewportSize({ width: 1440, height: 900 });
  await device.forge(false);
  await page.getByRole('button', { name: 'Sign with passkey' }).click();
  await expect(page.getByText('Report signed in person.')).toBeVisible();
  await page.waitForURL(reports);
  await expect(page.getByText('Confirmed with a passkey').first()).toBeVisible();
  await expect(page.getByRole('link', { name: /^Sign in person/ })).toHaveCount(0);
  const link = page.getByRole('row').getByRole('link', { name: /^Audit report, PDF/ });
  return (await page.request.get((await link.getAttribute('href')) ?? '')).body();
}

/** What the public page says about a file. */
async function verify(page: Page, pdf: Buffer): Promise<void> {
  await page.goto('/verify');
  await page.getByLabel('Report as PDF or JSON').setInputFiles({ name: 'report.pdf', mimeType: 'application/pdf', buffer: pdf });
  await page.getByRole('button', { name: 'Check file' }).click();
}

function judged(pdf: Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'manumit-e2e-'));
  writeFileSync(join(folder, 'report.pdf'), pdf);
  const { stdout } = spawnSync('pdfsig', ['-nssdir', folder, join(folder, 'report.pdf')], { encoding: 'utf8' });
  rmSync(folder, { recursive: true, force: true });
  return stdout;
}

test('two auditors sign a report in person with passkeys, with a secret and without, one after a device did not confirm, and the public page says what protects their keys', async ({
  browser,
  baseURL,
  page,
}) => {
  const first = await signInPerson(page, { hasSecret: true, role: 'auditor' });
  expect(judged(first).match(/Signature is Valid/g)).toHaveLength(2);
  const context = await browser.newContext(baseURL ? { baseURL } : {});
  const second = await signInPerson(await context.newPage(), { hasSecret: false, role: 'owner' });
  expect(judged(second).match(/Signature is Valid/g)).toHaveLength(3);
  await context.close();

  await verify(page, second);
  await expect(page.getByText('This is the report as issued by')).toBeVisible();
  await expect(page.getByText('The certificate was issued with the key that signed the report for the organization.')).toHaveCount(2);
  await expect(page.getByText('The server cannot use it.').first()).toBeVisible();
  await expect(page.getByText('uses it only after the passkey confirms the report.').first()).toBeVisible();
});
