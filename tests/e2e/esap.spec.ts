import { chooseFrom } from './choose-from';
import { read, utils, write } from '@e965/xlsx';
import { noViolations, onPhone } from './answering';
import { overflow } from './inspect';
import { addSupplier, expect, uniqueName, type Page, scripted, test } from './journey';
import { countNow } from './read-now';

/** A deal of category B whose reviews are submitted: PS2-22.1 not met, the rest not assessed. @returns the path of its page */
async function reviewed(page: Page, organization: { path: string; slug: string; name: string }): Promise<string> {
  const clientName = uniqueName('Borrower');
  const client = await addSupplier(page, organization, { name: clientName, country: 'CL' });
  await page.goto(`${organization.path}/deals/new?client=${client.split('/').at(-1)}`);
  await page.getByRole('textbox', { name: 'Project', exact: true }).fill('Desert park');
  await chooseFrom(page, 'Host countries', 'CL');
  await page.getByLabel('Sector', { exact: true }).selectOption('power');
  await page.getByLabel('Project finance', { exact: true }).check();
  await page.getByLabel(/^Total project capital cost/).fill('20000000');
  await page.getByRole('button', { name: 'Open deal' }).click();
  await page.getByRole('button', { name: 'Screen applicability' }).click();
  await page.getByRole('button', { name: 'Move to: Screened' }).click();
  await page.getByLabel(/^Category B:/).check();
  await page.getByLabel('Reason: Labour').fill('Agency workers on the site.');
  await page.getByRole('button', { name: 'Save category' }).click();
  await page.getByRole('button', { name: 'Move to: Categorised' }).click();
  const here = new URL(page.url()).pathname;
  await page.goto(`${here}/review`);
  await page.getByRole('button', { name: 'Start review' }).click();
  const reviews: string[] = [];
  for (const which of ['ps2', 'equator'])
    reviews.push((await page.locator(`#${which} a[href*="/responses/"]`).first().getAttribute('href')) ?? '');
  const [ps2 = ''] = reviews;
  for (const section of ['P1', 'P2', 'P3', 'P4', 'P5', 'P6']) {
    await page.goto(`${ps2}/questions/${section}`);
    const unmet = page.locator('input[name="PS2-22.1:value"][value="not-met"]');
    if ((await countNow(unmet)) === 0) continue;
    await scripted(page);
    await unmet.check();
    await expect(page.locator('section#PS2-22\\.1').getByText(/^Saved /)).toBeVisible();
    break;
  }
  await page.goto(`${here}/review`);
  for (const which of ['ps2', 'equator']) {
    const mark = page.locator(`#${which}`).getByRole('button', { name: 'Mark remaining as not assessed' });
    await mark.click();
    await expect(mark).toHaveCount(0);
  }
  for (const review of reviews) {
    await page.goto(review);
    await page.getByRole('button', { name: 'Submit answers' }).click();
    await expect(page.getByRole('button', { name: 'Submit answers' })).toHaveCount(0);
  }

  return here;
}

test('A45: findings become ESAP items in one click, are exported and imported, frozen and agreed by the client on a phone, and the stage advances', {
  tag: '@thorough',
}, async ({ memberPage: page, organization, browser, baseURL, troubles }) => {
  const here = await reviewed(page, organization);
  const plan = `${here}/esap`;

  await test.step('the review cannot be completed while a gap has no ESAP item', async () => {
    await page.goto(here);
    await page.getByRole('button', { name: 'Move to: Assessed' }).click();
    await expect(page.locator('#next')).toContainText('1 unmet item is not in the action plan.');
  });

  await test.step('one click creates the ESAP items, and never twice', async () => {
    await page.goto(plan);
    await expect(page.getByText('No items yet', { exact: true })).toBeVisible();
    await noViolations(page);
    await page.getByRole('button', { name: 'Add all to plan' }).click();
    await expect(page.getByText('Items added: 1.')).toBeVisible();
    await expect(page.locator('#sources')).toHaveCount(0);
    await expect(page.getByRole('row')).toHaveCount(2);
    await expect(page.getByText(/Missing: Owner, Due date, Milestone,? and Completion indicator/)).toBeVisible();
    await page.goto(here);
    await page.getByRole('button', { name: 'Move to: Reviewed' }).click();
    await expect(page.locator('#next')).toContainText('The current action plan is not agreed');
  });

  await test.step('an ESAP item by form: a rejected form keeps all values', async () => {
    await page.goto(`${plan}/new`);
    await page.getByLabel(/^Owner/).fill('Camp manager');
    await page.getByLabel(/^Cost/).fill('1.250,00');
    await page.getByRole('button', { name: 'Add item' }).click();
    await expect(page.getByRole('alert')).toContainText('Enter an action.');
    await expect(page.getByLabel(/^Owner/)).toHaveValue('Camp manager');
    await page.getByLabel(/^Action/).fill('Hand back all passports');
    await page.getByLabel(/^Cost/).fill('1250.50');
    await page.getByLabel(/^Due/).fill('2030-01-31');
    await page.getByLabel(/^Milestone/).selectOption('cp-signing');
    await page.getByLabel(/^Completion indicator/).fill('No document in the office');
    await page.getByRole('button', { name: 'Add item' }).click();
    await expect(page.getByText('Item 2 added.')).toBeVisible();
    await page.getByLabel('Comment', { exact: true }).fill('Seen in draft only.');
    await page.getByRole('button', { name: 'Add comment' }).click();
    await expect(page.locator('#comments')).toContainText('Seen in draft only.');
    await noViolations(page);
    await page.goto(plan);
    await page.getByRole('button', { name: 'Issue plan' }).click();
    await expect(page.getByRole('alert')).toContainText('in item 1');
  });

  const columns =
    'id,line_number,action,reason,reference,deliverable,owner,due_on,cost,currency,milestone,completion_indicator,status,done_on,done_note,verified_on,verified_seen,overdue,review_item,finding_id,comments,deal,plan_version,as_frozen,revision';
  await test.step('exports XLSX, CSV and PDF with all columns, imports the completed file, and keeps the comments', async () => {
    await page.goto(plan);
    const csv = await (await page.request.get(`${plan}.csv`)).text();
    expect(csv.split('\r\n')[0]).toBe(`\ufeff${columns}`);
    expect(csv).toContain('Seen in draft only.');
    const pdf = await (await page.request.get(`${plan}.pdf`)).body();
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const book = read(await (await page.request.get(`${plan}.xlsx`)).body(), { type: 'buffer' });
    const sheet = book.Sheets['Action plan'];
    if (!sheet) throw new Error('The workbook has no plan.');
    const rows = utils.sheet_to_json<(string | number)[]>(sheet, { header: 1 });
    expect(rows[0]?.join(',')).toBe(columns);
    const at = (column: string) => columns.split(',').indexOf(column);
    const first = rows[1];
    if (!first) throw new Error('The workbook has no line.');
    first[at('owner')] = 'Head of personnel';
    first[at('due_on')] = '2030-03-31';
    first[at('milestone')] = 'cp-disbursement';
    first[at('completion_indicator')] = 'Every worker repaid';
    first[at('cost')] = 90_000;
    first[at('currency')] = 'CLP';
    const fresh = utils.book_new();
    // The second row is left out of the file, and an unknown row is added.
    utils.book_append_sheet(
      fresh,
      utils.aoa_to_sheet([rows[0] ?? [], first, ['00000000-0000-4000-8000-000000000009', 7, 'Not ours']]),
      'Plan',
    );
    const buffer = write(fresh, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
    const file = { name: 'plan.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer };
    await page.goto(`${plan}/import`);
    await page.getByLabel('File', { exact: true }).setInputFiles(file);
    await page.getByRole('button', { name: 'Compare with plan' }).click();
    const preview = page.locator('#preview');
    await expect(preview).toContainText('Head of personnel');
    await expect(preview).toContainText('This id does not belong to an item of this plan.');
    await expect(preview).toContainText('Items missing from the file, kept unchanged: 1');
    await expect(preview).toContainText('costs in CLP and USD');
    await noViolations(page);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await overflow(page), 'preview at 360 px').toBe('fits');
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByRole('button', { name: 'Import selected changes' }).click();
    await expect(page.getByText('Imported: 1 changed, 0 new.')).toBeVisible();
    await expect(page.getByText('Head of personnel')).toBeVisible();
    await expect(page.locator('#totals')).toContainText('Amounts in different currencies are not added.');
    await page.getByRole('link', { name: 'Hand back all passports' }).click();
    await expect(page.locator('#comments')).toContainText('Seen in draft only.');
  });

  const link = await test.step('freezes a version and creates its link', async () => {
    await page.goto(plan);
    await page.getByRole('button', { name: 'Issue plan' }).click();
    await expect(page.getByText('Version 1 issued.')).toBeVisible();
    await page.getByRole('button', { name: 'Create link' }).click();
    const box = page.locator('#send input[readonly]');
    await noViolations(page);
    return box.inputValue();
  });

  await test.step('the client comments and agrees on a phone, without account and without script', async () => {
    const { page: phone, context } = await onPhone(browser, baseURL, troubles, { javaScriptEnabled: false });
    await phone.goto(link);
    expect(await overflow(phone), 'link at 360 px').toBe('fits');
    await phone.getByRole('button', { name: 'Open on this device' }).click();
    await phone.waitForURL(/\/guest\/esap\/[0-9a-f-]{36}$/);
    await expect(phone.getByText('Seen in draft only.')).toHaveCount(0);
    expect(await overflow(phone), 'plan at 360 px').toBe('fits');
    await phone.getByLabel('Comment on item 2').fill('By June, please.');
    await phone.getByRole('button', { name: 'We agree to this plan' }).click();
    await expect(phone.getByRole('alert').or(phone.getByText('Enter your name.')).first()).toBeVisible();
    await expect(phone.getByLabel('Comment on item 2')).toHaveValue('By June, please.');
    await phone.getByLabel('Your name').fill('R. Vega');
    await phone.getByLabel('Your job title').fill('Finance director');
    await phone.getByRole('button', { name: 'We agree to this plan' }).click();
    await expect(phone.getByText('R. Vega, Finance director, agreed to this plan')).toBeVisible();
    await expect(phone.getByText('By June, please.')).toBeVisible();
    await expect(phone.getByRole('button', { name: 'We agree to this plan' })).toHaveCount(0);
    expect((await phone.goto(link))?.status()).toBe(410);
    await context.close();
    const scripting = await onPhone(browser, baseURL, troubles);
    await scripting.page.goto(link);
    await noViolations(scripting.page);
    await scripting.context.close();
  });

  await test.step('the stage advances, and the conditions of signing block the next one', async () => {
    await page.goto(plan);
    await expect(page.getByText('Agreed by R. Vega, Finance director')).toBeVisible();
    await page.goto(here);
    await page.getByRole('button', { name: 'Move to: Action plan agreed' }).click();
    await page.getByRole('button', { name: 'Move to: At committee' }).click();
    await expect(page.locator('#next')).toContainText('condition');
  });

  for (const path of ['', '/new', '/import', '/versions']) {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(plan + path);
    expect(await overflow(page), `${path} at 360 px`).toBe('fits');
  }
});

test('two simultaneous edits of an ESAP item, and an outdated preview: the second is reported and loses nothing', {
  tag: '@thorough',
}, async ({ memberPage: page, organization }) => {
  const client = await addSupplier(page, organization, { name: uniqueName('Borrower'), country: 'CL' });
  await page.goto(`${organization.path}/deals/new?client=${client.split('/').at(-1)}`);
  await page.getByRole('textbox', { name: 'Project', exact: true }).fill('Desert park');
  await chooseFrom(page, 'Host countries', 'CL');
  await page.getByLabel('Sector', { exact: true }).selectOption('power');
  await page.getByLabel('Project finance', { exact: true }).check();
  await page.getByRole('button', { name: 'Open deal' }).click();
  await page.waitForURL(/\/deals\/[0-9a-f-]{36}$/);
  const plan = `${new URL(page.url()).pathname}/esap`;
  await page.goto(`${plan}/new`);
  await page.getByLabel(/^Action/).fill('Repay fees');
  await page.getByRole('button', { name: 'Add item' }).click();
  await expect(page.getByText('Item 1 added.')).toBeVisible();
  const line = new URL(page.url()).pathname;
  const csv = await (await page.request.get(`${plan}.csv`)).text();
  await page.goto(`${plan}/import`);
  const buffer = Buffer.from(csv.replace('Repay fees', 'Repay all fees'));
  await page.getByLabel('File', { exact: true }).setInputFiles({ name: 'plan.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Compare with plan' }).click();
  await expect(page.locator('#preview')).toContainText('Repay all fees');

  const other = await page.context().newPage();
  const third = await page.context().newPage();
  await other.goto(`${line}/edit`);
  await third.goto(`${line}/edit`);
  await other.getByLabel(/^Owner/).fill('Camp manager');
  await other.getByRole('button', { name: 'Save item' }).click();
  await expect(other.getByText('Item saved.')).toBeVisible();
  await third.getByLabel(/^Owner/).fill('Treasurer');
  await third.getByRole('button', { name: 'Save item' }).click();
  await expect(third.getByRole('alert')).toContainText('Another person changed this item while you were editing.');
  await expect(third.getByLabel(/^Owner/)).toHaveValue('Treasurer');

  await page.getByRole('button', { name: 'Import selected changes' }).click();
  await expect(page.locator('#stale')).toContainText('Camp manager');
  await expect(page.locator('#stale')).toContainText('Repay all fees');
  await page.getByRole('button', { name: 'Import selected changes' }).click();
  await expect(page.getByText('Imported: 1 changed, 0 new.')).toBeVisible();
  await expect(page.getByText('Repay all fees')).toBeVisible();
  await expect(page.getByText('Camp manager')).toBeVisible();
});
