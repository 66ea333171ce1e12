import { expect, test } from './journey';
import { begin, planAudit, queue } from './recorder';

test('The recorder keeps no date that cannot be, and says what is wrong beside the field', async ({ memberPage: page }) => {
  const { onSite } = await planAudit(page);
  await begin(page, onSite);

  await page.goto(`${onSite}#/meetings`);
  const [began, ended] = [page.locator('#opening-at'), page.locator('#opening-until')];
  const type = async (field: typeof began, moment: string) => {
    await field.fill(moment);
    await field.blur();
  };
  await type(began, '1926-12-01T08:00');
  await expect(page.locator('#opening-at-error')).toContainText('Enter a date from');
  await type(began, '2026-12-01T08:00');
  await expect(page.locator('#opening-at-error')).toHaveCount(0);
  await type(ended, '2026-12-01T07:00');
  await expect(page.locator('#opening-until-error')).toContainText('The end is before the start');
  await type(ended, '2026-12-01T08:45');
  await expect(page.locator('#opening-until-error')).toHaveCount(0);

  await page.goto(`${onSite}#/hours`);
  await page.getByRole('button', { name: 'Add week' }).click();
  const hours = page.locator('[data-record-form=hours]');
  for (const [name, value] of Object.entries({ code: 'W1', regular: '48', overtime: '12', daysWorked: '6', weekOf: '9999-11-01' }))
    await hours.locator(`[name=${name}]`).fill(value);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(hours.locator('#field-weekOf-error')).toContainText('Enter a date from');
  await hours.locator('[name=weekOf]').fill('2026-11-02');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(hours).toHaveCount(0);

  await page.goto(`${onSite}#/pay`);
  await page.getByRole('button', { name: 'Add payslip' }).click();
  const pay = page.locator('[data-record-form=wage]');
  await pay.locator('[name=periodFrom]').fill('1926-10-01');
  await pay.locator('[name=periodTo]').fill('2026-10-31');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(pay.locator('#field-periodFrom-error')).toContainText('Enter a date from');
  await pay.locator('[name=periodFrom]').fill('2026-10-01');
  await pay.locator('[name=periodTo]').fill('9999-10-31');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(pay.locator('#field-periodTo-error')).toContainText('at most a year');
  await expect(queue(page)).toContainText('All entries sent');
});
