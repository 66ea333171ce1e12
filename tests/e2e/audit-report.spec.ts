import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { overflow, newViolations } from './inspect';
import { addSupplier, expect, uniqueName, test } from './journey';
import { textsNow } from './read-now';

test('A37, A40: an audit is read as a report while it is planned: on a page, as PDF marked as a draft, and as data', {
  tag: '@thorough',
}, async ({ memberPage: page, organization }) => {
  const name = uniqueName('Mill <b> & Sons');
  const supplier = await addSupplier(page, organization, { name, country: 'VN', sector: '14', workers: '1250' });
  await page.goto(`${organization.path}/audits/new?supplier=${supplier.split('/').at(-1)}`);
  await page.getByLabel('First day').fill('2027-02-01');
  await page.getByLabel('Last day').fill('2027-02-02');
  await page.getByLabel('Paid by').fill('The buyer');
  await page.getByRole('button', { name: 'Plan audit' }).click();
  await page.waitForURL(/\/audits\/[0-9a-f-]{36}$/);
  await page.getByRole('main').getByRole('link', { name: 'Reports', exact: true }).click();
  await expect(page.getByText('You can issue a report once the audit is approved.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Issue report' })).toHaveCount(0);
  expect(await newViolations(page)).toEqual([]);

  const pdf = await page.getByRole('link', { name: 'Audit report, PDF' }).getAttribute('href');
  const response = await page.request.get(pdf ?? '');
  expect(response.headers()['content-type']).toBe('application/pdf');
  const folder = mkdtempSync(path.join(tmpdir(), 'manumit-e2e-'));
  const file = path.join(folder, 'report.pdf');
  writeFileSync(file, await response.body());
  const said = (command: string, ...flags: string[]) => spawnSync(command, flags, { encoding: 'utf8' }).stdout;
  expect(said('pdftotext', file, '-').replace(/\s+/g, ' ')).toContain('Draft: not approved');
  expect(said('pdfinfo', file)).toMatch(/Tagged:\s+yes/);
  rmSync(folder, { recursive: true, force: true });

  const data = await page.request.get((await page.getByRole('link', { name: /^Data, JSON/ }).getAttribute('href')) ?? '');
  expect(await data.json()).toMatchObject({
    format: 'audit-report/1',
    state: 'draft',
    supplier: { name },
    interviews: { state: 'not-yet' },
  });

  await page.getByRole('link', { name: 'Audit report', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Audit report');
  await expect(page.getByText('DRAFT', { exact: true })).toBeVisible();
  const parts = await textsNow(page.getByRole('heading', { level: 3 }));
  expect(parts).toEqual([
    ...['Declarations and deviations from the method', 'Executive summary', 'Site profile', 'Workforce', 'Audit parameters'],
    ...['Results by clause', 'Wages and hours', 'Summary of worker interviews', 'Management systems', 'Good practices'],
    ...['Corrective action plan', 'Photos, documents and glossary'],
  ]);
  expect(await newViolations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await newViolations(page, ['color-contrast', 'link-in-text-block']), 'in the dark').toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflow(page), 'at 360 px').toBe('fits');
  await page.getByRole('main').getByRole('link', { name: 'Reports', exact: true }).click();
  expect(await overflow(page), 'the list at 360 px').toBe('fits');
});
