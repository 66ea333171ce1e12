import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { overflow, newViolations } from './inspect';
import { invite } from './invite';
import { expect, listenFor, type Page, test } from './journey';
import { dispute, disputes, publishAndTakeBack } from './published';
import { countNow, evaluateNow } from './read-now';
import { acceptPoints, addPhoto, begin, readyToConclude, planAudit, queue, sign, unlock } from './recorder';

const found = 'Passports of agency workers lie in a locked cupboard of the office.';

async function answerSection(page: Page, section: string, { from, to }: { from: number; to: number }): Promise<void> {
  await page.goto(`${new URL(page.url()).pathname}#/section/${section}`);
  await expect(page.locator('[data-check]').first()).toBeVisible();
  const keys = await evaluateNow(page.locator('[data-check]'), (cards) => cards.map((card) => card.getAttribute('data-check') ?? ''));
  for (const key of keys.slice(from, to)) await page.locator(`[data-check="${key}"]`).getByLabel('Compliant', { exact: true }).check();
}

/** The renderer dies, as when a device runs out of memory: no handler of the page runs. */
async function kill(page: Page): Promise<void> {
  const died = page.waitForEvent('crash');
  await page.goto('chrome://crash').catch(() => undefined);
  await died;
  await page.close();
}

test('A whole audit (A36): planned, recorded with the network lost, the tab killed and the clock wrong, concluded, approved, reported', async ({
  memberPage,
  browser,
  baseURL,
  troubles,
}) => {
  test.setTimeout(480_000);
  const context = memberPage.context();
  const principles = 'Self-assessment by the ILO’s ten principles';
  const { onSite, supplier, organization } = await planAudit(memberPage, principles);
  const audit = onSite.replace(/\/on-site$/, '');
  const reviewer = await invite(memberPage, organization, 'reviewer', { browser, baseURL, troubles });
  await memberPage.goto(audit);
  await memberPage.getByLabel('Yes, I am independent').check();
  await memberPage.getByRole('button', { name: 'Save declaration' }).click();

  // Online at first, then offline halfway, by a clock that is years behind.
  await begin(memberPage, onSite);
  await expect(memberPage.getByRole('heading', { name: principles })).toBeVisible();
  await answerSection(memberPage, 'BW.CL', { from: 0, to: 3 });
  await expect(memberPage.locator('[data-receipt=equal]')).toContainText('3 answers', { timeout: 60_000 });
  await context.setOffline(true);
  await memberPage.clock.setSystemTime(new Date('2019-03-01T08:00:00Z'));
  await answerSection(memberPage, 'BW.CL', { from: 3, to: 20 });
  const answers = await countNow(memberPage.locator('[data-check] input[type=radio]:checked'));
  await memberPage.goto(`${onSite}#/section/BW.FL`);
  const question = memberPage.locator('[data-check="BW.FL.1.c.1"]');
  await question.getByLabel('Not compliant', { exact: true }).check();
  await question.getByRole('link', { name: /finding/ }).click();
  await memberPage.getByRole('radio', { name: 'Major' }).check();
  await memberPage.getByLabel('Description').fill(found);
  // A photo of an unsaved entry.
  await addPhoto(memberPage, 7);
  await memberPage.getByLabel('Number unknown').check();
  await memberPage.waitForTimeout(1_000);
  await kill(memberPage);

  const page = await context.newPage();
  listenFor(page, troubles);
  await page.goto(onSite);
  await unlock(page);
  await expect(queue(page)).toHaveText(`Not sent yet: ${answers - 3 + 1} answers and 1 photo`, { timeout: 60_000 });
  await page.goto(`${onSite}#/photos`);
  await expect(page.getByRole('heading', { name: 'Photos of an unsaved finding' })).toBeVisible();
  await page.goto(`${onSite}#/findings`);
  await expect(page.getByText('You have an unsaved entry')).toBeVisible();
  await page.getByRole('button', { name: 'Continue editing' }).click();
  await expect(page.getByLabel('Description')).toHaveValue(found);
  await expect(page.getByRole('radio', { name: 'Major' })).toBeChecked();
  await expect(page.getByLabel('Number unknown')).toBeChecked();
  await expect(page.getByRole('img', { name: 'Gate 7' })).toBeVisible();
  await page.getByLabel('Evidence', { exact: true }).fill('Seen in the office');
  await page.getByRole('radio', { name: 'Systemic' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Major · Systemic · Number unknown')).toBeVisible();
  await expect(page.getByRole('img', { name: 'Gate 7' })).toBeVisible();
  await expect(page.getByText('You have an unsaved entry')).toBeHidden();

  await walkThroughDefinition(page, onSite);
  await sign(page);
  await page.goto(`${onSite}#/meetings`);
  await page.locator('#closing-notes').fill('Management agreed to give the passports back.');
  await page.locator('#closing-notes').blur();
  await page.getByRole('group', { name: 'Site signatory authorized to agree changes' }).getByLabel('No').check();
  await expect(queue(page)).toContainText('1 meeting');
  await readyToConclude(page, onSite);
  await context.setOffline(false);
  await expect(queue(page)).toHaveText('All entries sent', { timeout: 120_000 });
  const receipt = page.locator('[data-receipt=equal]');
  for (const held of [`${answers + 1} answers`, '1 finding', '1 photo', '1 signature', '1 meeting', '4 elements of the definition'])
    await expect(receipt).toContainText(held);
  await expect(page.getByText('The clock of this device differs from the server’s.')).toBeVisible();

  // Both times are saved, and the wrong one is marked.
  await page.goto(`${audit}/record`);
  const row = page.getByRole('row').filter({ hasText: 'The device clock was wrong' });
  await expect(row).toContainText('1 Mar 2019');
  await expect(row.getByRole('rowheader')).not.toContainText('2019');

  await acceptPoints(page, reviewer.page, audit);
  await page.goto(`${audit}/conclusion`);
  await page.getByLabel('Limitations and deviations from the method').fill('Only part of the checklist could be assessed.');
  await page.getByLabel(/^Mark \d+ unanswered questions?/).check();
  await page.getByRole('button', { name: 'Conclude audit' }).click();
  await expect(page.getByText('Audit concluded. It awaits approval by a second person.')).toBeVisible();
  await expect(page.getByText('You concluded this audit. Another person must approve it.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Approve audit' })).toHaveCount(0);
  // A device that continues to write afterwards gets a message, and loses nothing.
  await page.goto(onSite);
  await unlock(page);
  await answerSection(page, 'BW.CO', { from: 0, to: 1 });
  await expect(page.getByText('This audit accepts no more entries.')).toBeVisible({ timeout: 60_000 });
  await expect(queue(page)).toHaveText('Not sent yet: 1 answer');

  await reviewer.page.goto(`${audit}/conclusion`);
  await reviewer.page.getByRole('button', { name: 'Approve audit' }).click();
  await expect(reviewer.page.getByText('Audit approved.')).toBeVisible();
  await reviewer.context.close();
  await dispute(page, { organization: organization.path, found });

  await page.goto(`${audit}/reports`);
  await page.getByRole('button', { name: 'Issue report' }).click();
  await expect(page.getByText('Report issued.')).toBeVisible();
  const report = page.getByRole('row').filter({ has: page.getByRole('link', { name: /^Audit report, PDF/ }) });
  const pdf = await page.request.get((await report.getByRole('link', { name: /^Audit report, PDF/ }).getAttribute('href')) ?? '');
  const text = textOf(await pdf.body());
  for (const said of [
    supplier,
    found,
    disputes,
    'Gate 7',
    'Legal definition of forced labour, by element',
    'Supported by the recorded evidence',
    'neither proof nor a legal finding',
    'Signatory authorized to agree changes',
    principles,
    'Asked in addition to the checklist.',
  ])
    expect(text).toContain(said);
  expect(text).not.toContain('Draft: not approved');

  await signReport(page);
  await publishAndTakeBack(page, { audit, supplier, found, browser, baseURL });
  await followUp(page, { audit, context });
});

/** Signs every form of the one report: the downloaded file is signed, and one byte more or less is detected. */
async function signReport(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Sign report · / }).click();
  await expect(page.getByText('4 files signed.')).toBeVisible();
  await expect(page.getByText(/^Signed /)).toBeVisible();
  expect(await newViolations(page)).toEqual([]);
  const link = page.getByRole('row').getByRole('link', { name: /^Corrective action plan, PDF/ });
  const bytes = await (await page.request.get((await link.getAttribute('href')) ?? '')).body();
  const folder = mkdtempSync(join(tmpdir(), 'manumit-e2e-'));
  const judge = (content: Buffer) => {
    writeFileSync(join(folder, 'plan.pdf'), content);
    return spawnSync('pdfsig', ['-nssdir', folder, join(folder, 'plan.pdf')], { encoding: 'utf8' }).stdout;
  };
  expect(judge(bytes)).toContain('Signature is Valid');
  const changed = Buffer.from(bytes);
  changed[changed.length - 3] = (changed[changed.length - 3] ?? 0) ^ 1;
  expect(judge(changed)).not.toContain('Signature is Valid');
  rmSync(folder, { recursive: true, force: true });
}

/** Follow-up: the findings of the audit are checked again, without network, and appear in the report of the follow-up. */
async function followUp(page: Page, { audit, context }: { audit: string; context: BrowserContext }): Promise<void> {
  await page.goto(audit);
  await page.getByRole('link', { name: 'Plan follow-up' }).click();
  await page.getByLabel('First day').fill('2027-03-01');
  await page.getByLabel('Last day').fill('2027-03-01');
  await page.getByLabel('Site contact').fill('HR manager, by the gate');
  await page.getByRole('button', { name: 'Plan audit' }).click();
  await page.waitForURL((url) => /\/audits\/[0-9a-f-]{36}$/.test(url.pathname) && url.pathname !== audit);
  const next = new URL(page.url()).pathname;
  await begin(page, `${next}/on-site`);
  await context.setOffline(true);
  await page.goto(`${next}/on-site#/revisits`);
  const card = page.locator('[data-revisit]').filter({ hasText: found });
  await expect(page.getByRole('heading', { name: 'From the previous audit' })).toBeVisible();
  await card.getByLabel('Worsened').check();
  await expect(card.getByText('Enter the verification evidence.')).toBeVisible();
  await expect(card.getByRole('link', { name: 'Record new finding' })).toBeVisible();
  await card.getByLabel('Verification evidence').fill('Twice as many passports lie there.');
  await card.getByLabel('Verification evidence').blur();
  await expect(card.getByText('Enter the verification evidence.')).toBeHidden();
  await card.getByLabel('site observation').check();
  await addPhoto(page, 9);
  expect(await newViolations(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflow(page), 'at 360 px').toBe('fits');
  await expect(queue(page)).toContainText('1 earlier finding followed up');
  await context.setOffline(false);
  await expect(queue(page)).toHaveText('All entries sent', { timeout: 120_000 });
  const pdf = await page.request.get(`${next}/reports/now/pdf/full`);
  const text = textOf(await pdf.body());
  for (const said of [
    'Follow-up of earlier findings',
    'Twice as many passports lie there.',
    'Worsened',
    'Gate 9',
    'HR manager, by the gate',
  ])
    expect(text).toContain(said);
}

async function walkThroughDefinition(page: Page, onSite: string): Promise<void> {
  await page.goto(`${onSite}#/definition`);
  await expect(page.locator('[data-definition=open]')).toContainText('Work or service');
  for (const element of ['work', 'penalty', 'not-voluntary'])
    await page.locator(`[data-element=${element}]`).getByLabel('Supported by the recorded evidence', { exact: true }).check();
  const penalty = page.locator('[data-element=penalty]');
  await penalty.getByLabel('Supporting evidence').fill('Ask Mr Nguyen at +84 912 345 678.');
  await penalty.getByLabel('Supporting evidence').blur();
  await expect(penalty.getByText('Possible personal data')).toBeVisible();
  await penalty.getByLabel('Supporting evidence').fill('Passports are kept from those who ask to leave.');
  await penalty.getByLabel('Supporting evidence').blur();
  await expect(penalty.getByText('Possible personal data')).toBeHidden();
  await penalty.getByLabel('documents').check();
  await page.locator('[data-element=exceptions]').getByLabel('No exception applies').check();
  await expect(page.locator('[data-definition=fits]')).toContainText('This is neither proof nor a legal finding.');
  expect(await newViolations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  expect(await newViolations(page, ['color-contrast', 'link-in-text-block']), 'in the dark').toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
  const size = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflow(page), 'at 360 px').toBe('fits');
  if (size) await page.setViewportSize(size);
}

function textOf(pdf: Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'manumit-e2e-'));
  const file = join(folder, 'report.pdf');
  writeFileSync(file, pdf);
  const { stdout } = spawnSync('pdftotext', [file, '-'], { encoding: 'utf8' });
  rmSync(folder, { recursive: true, force: true });
  return stdout.replace(/\s+/g, ' ');
}
