import { expect, type Page } from './journey';

/** Records a finding on a question in the recorder; it rests on observation. */
export async function recordFinding(
  page: Page,
  onSite: string,
  { question, what, grade = 'Major' }: { question: string; what: string; grade?: string },
): Promise<void> {
  await page.goto(`${onSite}#/findings/new/${question}`);
  await page.getByRole('radio', { name: grade }).check();
  await page.getByLabel('Description').fill(what);
  await page.getByLabel('Evidence', { exact: true }).fill('Seen on site');
  await page.getByLabel('Number unknown').check();
  await page.getByRole('radio', { name: 'Systemic' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(what)).toBeVisible();
}

/** Fills in the one line of the closing plan that is shown; the site agrees unless `remark` says why not. */
export async function fillLine(
  page: Page,
  texts: { what: string; requirement: string; action: string; responsible: string },
): Promise<void> {
  const line = page.locator('[data-plan-line]');
  await expect(line).toHaveCount(1);
  await line.getByLabel('Include', { exact: true }).check();
  await expect(line.getByText(/^Still missing:/)).toBeVisible();
  for (const [label, text] of [
    ['What was found, as management reads it', texts.what],
    ['Requirement', texts.requirement],
    ['Agreed action', texts.action],
    ['Responsible (job title)', texts.responsible],
  ] as const) {
    await line.getByLabel(label).fill(text);
    await line.getByLabel(label).blur();
  }
}

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

/** Both sides sign the plan that is shown. */
export async function signPlan(page: Page, site: string): Promise<void> {
  await page.locator('[data-signs=siteBy]').getByLabel('Job title').fill(site);
  await page.locator('[data-signs=auditorBy]').getByLabel('Job title').fill('Lead auditor');
  await draw(page, 'siteBy');
  await draw(page, 'auditorBy');
  await page.getByRole('button', { name: 'Save signatures' }).click();
  await expect(page.locator('[data-plan-signed]')).toBeVisible();
}
