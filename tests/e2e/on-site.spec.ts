import { isThorough, newViolations, overflow } from './inspect';
import { expect, type Page, test } from './journey';
import { countNow } from './read-now';
import { addPhoto, answerQuestions, begin, otherDevice, passphrase, planAudit, queue, sign, unlock } from './recorder';

test('A32: hours without network: answers, photos and a signature survive closing the tab, and the receipt is the same', {
  tag: '@thorough',
}, async ({ memberPage }) => {
  test.setTimeout(480_000);
  const [answers, photos] = isThorough ? [100, 20] : [30, 6];
  const kept = `${answers} answers, ${photos} photos, and 1 signature`;
  const { onSite } = await planAudit(memberPage);
  await begin(memberPage, onSite);
  const context = memberPage.context();
  await context.setOffline(true);
  // A clock that is wrong by years changes nothing.
  await memberPage.clock.setSystemTime(new Date('2019-03-01T00:00:00Z'));
  await answerQuestions(memberPage, answers);
  await memberPage.goto(`${onSite}#/photos`);
  for (let at = 0; at < photos; at += 1) await addPhoto(memberPage, at);
  await sign(memberPage);
  await expect(queue(memberPage)).toHaveText(`Not sent yet: ${kept}`);
  await memberPage.close();

  const page = await context.newPage();
  await page.goto(onSite);
  await unlock(page, 'not the passphrase');
  await expect(page.getByText('Wrong passphrase.')).toBeVisible();
  await unlock(page);
  await expect(queue(page)).toHaveText(`Not sent yet: ${kept}`);
  await page.goto(`${onSite}#/photos`);
  await expect(page.locator('main img')).toHaveCount(photos);
  await page.goto(`${onSite}#/signatures`);
  await expect(page.getByRole('img', { name: 'Signature: General manager' })).toBeVisible();

  await context.setOffline(false);
  await expect(queue(page)).toHaveText('All entries sent', { timeout: 120_000 });
  await expect(page.locator('[data-receipt=equal]')).toContainText(kept);
  await page.goto(`${onSite}#/device`);
  const hash = (await page.locator('[data-device-hash]').textContent()) ?? '';
  await page.goto(onSite.replace(/on-site$/, 'record'));
  await expect(page.getByRole('row').filter({ hasText: hash })).toContainText(String(answers + photos + 1));
});

test('A33: the file of one device opens on another, identical; clearing before everything was received needs the name', async ({
  memberPage,
  browser,
  baseURL,
  troubles,
}) => {
  const { onSite, supplier } = await planAudit(memberPage);
  await begin(memberPage, onSite);
  await memberPage.context().setOffline(true);
  await memberPage.goto(`${onSite}#/section/BW.WT`);
  const weekly = memberPage.locator('[data-check="BW.WT.1.b"]');
  await weekly.getByText(/^Legal requirement in Vietnam/).click();
  await expect(weekly.getByText('Weekly normal: 48 hours; 40 encouraged')).toBeVisible();
  await expect(weekly.getByText(/Labour Code 45\/2019\/QH14, Art\. 105/)).toBeVisible();
  await answerQuestions(memberPage, 5);
  await memberPage.goto(`${onSite}#/photos`);
  await addPhoto(memberPage, 1);
  await memberPage.goto(`${onSite}#/device`);
  const hash = (await memberPage.locator('[data-device-hash]').textContent()) ?? '';
  const downloading = memberPage.waitForEvent('download');
  await memberPage.getByRole('button', { name: 'Export file', exact: true }).click();
  const file = await (await downloading).path();

  const { context, page } = await otherDevice(browser, baseURL, troubles);
  await page.goto(onSite);
  await page.getByText('Transfer from another device').click();
  await page.getByLabel('File from the other device').setInputFiles(file);
  await page.getByLabel('Passphrase of the other device').fill('something else here');
  await page.getByRole('button', { name: 'Load file' }).click();
  await expect(page.getByText('Wrong passphrase.')).toBeVisible();
  await context.setOffline(true);
  await page.getByLabel('Passphrase of the other device').fill(passphrase);
  await page.getByRole('button', { name: 'Load file' }).click();
  await expect(queue(page)).toHaveText('Not sent yet: 5 answers and 1 photo');
  await page.evaluate(() => {
    location.hash = '#/device';
  });
  await expect(page.locator('[data-device-hash]')).toHaveText(hash);
  await page.evaluate(() => {
    location.hash = '#/photos';
  });
  await expect(page.locator('main img')).toHaveCount(1);
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Send now' }).click();
  await expect(page.locator('[data-receipt=equal]')).toContainText('5 answers and 1 photo', { timeout: 60_000 });
  await context.close();

  await memberPage.getByRole('button', { name: 'Delete device data' }).click();
  await expect(memberPage.getByText(`Type ${supplier} to delete the data. Nothing was deleted.`)).toBeVisible();
  await memberPage.getByLabel(/^To delete anyway/).fill(supplier.toUpperCase());
  await memberPage.getByRole('button', { name: 'Delete device data' }).click();
  await expect(memberPage.getByText('Audit data deleted from this device')).toBeVisible();
  expect(await memberPage.evaluate(async () => [(await indexedDB.databases()).length, (await caches.keys()).length])).toEqual([0, 0]);
});

test('Conflicting entries from two devices: both values are shown and one is chosen', { tag: '@quick' }, async ({
  memberPage,
  browser,
  baseURL,
  troubles,
}) => {
  const { onSite } = await planAudit(memberPage);
  const { context, page } = await otherDevice(browser, baseURL, troubles);
  await begin(memberPage, onSite);
  await begin(page, onSite);
  const first = '[data-check="BW.CL.1.a"]';
  for (const [device, choice] of [
    [memberPage, 'Compliant'],
    [page, 'Not compliant'],
  ] as const) {
    await device.context().setOffline(true);
    await device.goto(`${onSite}#/section/BW.CL`);
    await device.locator(first).getByLabel(choice, { exact: true }).check();
    await expect(queue(device)).toHaveText('Not sent yet: 1 answer');
  }
  for (const device of [memberPage, page]) {
    await device.context().setOffline(false);
    await expect(queue(device)).toHaveText('All entries sent', { timeout: 60_000 });
  }
  const box = page.locator(first).getByText('Conflicting entries from two devices');
  await expect(box).toBeVisible();
  expect(await newViolations(page)).toEqual([]);
  await page
    .locator(first)
    .getByRole('listitem')
    .filter({ hasText: 'Not compliant' })
    .getByRole('button', { name: 'Keep this entry' })
    .click();
  await expect(box).toBeHidden();
  await expect(page.locator('[data-receipt=equal]')).toContainText('2 answers', { timeout: 60_000 });
  await memberPage.getByRole('button', { name: 'Send now' }).click();
  await expect(memberPage.locator(first).getByLabel('Not compliant', { exact: true })).toBeChecked({ timeout: 60_000 });
  await expect(memberPage.locator(first).getByText('Conflicting entries from two devices')).toBeHidden();
  await context.close();
});

test('A34 and the rest of the record: a finding is complete, samples list what is missing, a full device loses nothing', {
  tag: '@thorough',
}, async ({ memberPage }) => {
  const { onSite } = await planAudit(memberPage);
  await memberPage.goto(onSite);
  expect(await newViolations(memberPage)).toEqual([]);
  await begin(memberPage, onSite);
  expect(await newViolations(memberPage)).toEqual([]);
  await memberPage.setViewportSize({ width: 360, height: 740 });
  for (const view of [
    '',
    'section/BW.FL',
    'definition',
    'findings',
    'photos',
    'interviews',
    'hours',
    'pay',
    'meetings',
    'signatures',
    'practices',
    'notes',
    'device',
  ]) {
    await memberPage.goto(`${onSite}#/${view}`);
    const add = memberPage.getByRole('button', { name: /^(Record|Add) (?!photo)/ });
    if (await countNow(add)) await add.click();
    expect(await overflow(memberPage), view).toBe('fits');
    expect(await newViolations(memberPage), view).toEqual([]);
  }
  await nameInNote(memberPage, onSite);
  await memberPage.goto(`${onSite}#/findings/new/BW.FL.1.a`);
  await memberPage.getByRole('button', { name: 'Save' }).click();
  for (const word of [
    'Choose a grade.',
    'Enter a description of the finding.',
    'Enter the evidence for the finding.',
    'Choose an extent: isolated or systemic.',
  ])
    await expect(memberPage.getByText(word)).toBeVisible();
  await expect(memberPage.getByText(/Enter a whole number of people/)).toBeVisible();
  await memberPage.getByRole('radio', { name: 'Critical' }).check();
  await memberPage.getByLabel('Description').fill('Passports lie in the office safe');
  await memberPage.getByLabel('Evidence', { exact: true }).fill('Seen in the safe');
  await memberPage.getByLabel('Number unknown').check();
  await memberPage.getByRole('radio', { name: 'Systemic' }).check();
  await memberPage.getByRole('button', { name: 'Save' }).click();
  await expect(memberPage.getByText('Critical · Systemic · Number unknown')).toBeVisible();

  await memberPage.goto(`${onSite}#/pay`);
  await memberPage.getByRole('button', { name: 'Add payslip' }).click();
  const given = {
    code: 'W01',
    currency: 'usd',
    regularHours: '200',
    overtimeHours: '40',
    basicPaid: '150',
    overtimePaid: '30',
    allowances: '0',
    netPaid: '180',
  };
  for (const [name, value] of Object.entries({ ...given, periodFrom: '2026-10-01', periodTo: '2026-10-31', minimumHourly: '1' }))
    await memberPage.locator(`input[name=${name}]`).fill(value);
  await memberPage.getByRole('button', { name: 'Save' }).click();
  await expect(memberPage.locator('[data-wage=W01]')).toContainText('Shortfall against the legal minimum wage: $50.00');
  await expect(memberPage.locator('[data-wage=W01]')).toContainText('Overtime pay shortfall: unknown');

  await memberPage.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await memberPage.context().setOffline(true);
  await memberPage.goto(`${onSite}#/section/BW.CL`);
  await memberPage.locator('[data-check="BW.CL.1.a"]').getByLabel('Compliant', { exact: true }).check();
  await expect(memberPage.getByText('Device storage is full')).toBeVisible();
  await expect(memberPage.locator('[data-check="BW.CL.1.a"]').getByLabel('Compliant', { exact: true })).toBeChecked();
});

/** Personal data is recognised without network; a restricted note is saved once its name is marked as not a person. */
async function nameInNote(page: Page, onSite: string): Promise<void> {
  await page.goto(`${onSite}#/`);
  await page.goto(`${onSite}#/notes`);
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Add note' }).click();
  const note = 'Worker Rahima Khatun was not there.';
  await page.getByRole('textbox', { name: 'Note' }).fill(note);
  const hint = page.getByText('Possible personal data: name “\u2068Rahima Khatun\u2069”');
  await expect(hint).toBeVisible();
  expect(await newViolations(page), 'with a hint').toEqual([]);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('A restricted note must not name anyone.')).toBeVisible();
  await page.getByRole('button', { name: 'Not personal data' }).click();
  await expect(hint).toBeHidden();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(note)).toBeVisible();
  await page.context().setOffline(false);
}
