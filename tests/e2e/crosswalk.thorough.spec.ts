import { noViolations } from './answering';
import { addSupplier, expect, uniqueName, type Page, test } from './journey';
import { sendSection } from './questionnaire';
import { countNow } from './read-now';

/** Opens the questionnaire of that title for the supplier. @returns the path of the response */
async function open(page: Page, orgPath: string, supplierPage: string, title: string): Promise<string> {
  await page.goto(`${orgPath}/responses/new?supplier=${supplierPage.split('/').pop()}`);
  await page.getByRole('radio', { name: title }).check();
  await page.getByRole('button', { name: 'Open questionnaire' }).click();
  await page.waitForURL(/\/responses\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

test('A15: the forced-labour cluster is copied to the eleven indicators: marked full or partial, nothing is overwritten, a second time changes nothing', async ({
  memberPage: page,
  organization,
}) => {
  const supplierPage = await addSupplier(page, organization, {
    name: uniqueName('Mapped Mill'),
    country: 'VN',
    sector: '14',
    workers: '300',
  });
  const visit = await open(page, organization.path, supplierPage, 'Compliance assessment by the clusters and points');
  await sendSection(page, { address: `${visit}/questions/BW.FL`, wanted: ['compliant'] });
  // A gap in a narrower question is a full indicator; its absence does not cover the whole wider question.
  await page.goto(`${visit}/questions/BW.FL`);
  await page.locator('section[id="BW.FL.2"] > details > summary').click();
  const debt = page.locator('section[id="BW.FL.2.a.1"]');
  await debt.getByRole('radio', { name: 'Not compliant', exact: true }).check();
  await expect(debt.getByText(/^Saved /)).toBeVisible();
  const signs = await open(page, organization.path, supplierPage, 'ILO indicators of forced labour');
  // The indicator about identity documents has its own answer already.
  await page.goto(`${signs}/questions/I`);
  const own = page.locator('section[id="I7"]').getByRole('radio', { name: 'Looked for and absent', exact: true });
  await own.check();
  await expect(page.locator('section[id="I7"]').getByText(/^Saved /)).toBeVisible();

  await page.goto(signs);
  await page.getByRole('link', { name: 'Carry over answers from other questionnaires' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Carry over answers');
  await noViolations(page);
  const under = (name: string) => page.locator('section').filter({ has: page.getByRole('heading', { name, exact: true }) });
  const full = under('Full matches');
  const partial = under('Partial matches');
  const [inFull, inPart] = [await countNow(full.getByRole('checkbox')), await countNow(partial.getByRole('checkbox'))];
  expect(inFull).toBeGreaterThan(0);
  expect(inPart).toBeGreaterThan(0);
  expect(await countNow(full.getByRole('checkbox', { checked: true }))).toBe(inFull);
  expect(await countNow(partial.getByRole('checkbox', { checked: true }))).toBe(0);
  await expect(page.locator('input[name=question][value="I7"]')).toHaveCount(0);
  await page.getByRole('button', { name: 'Carry over selected answers' }).click();
  await expect(page.getByText(new RegExp(`^${inFull} answers? carried over\\.$`))).toBeVisible();

  await page.goto(`${signs}/questions/I`);
  await expect(own).toBeChecked();
  expect(await countNow(page.locator('main input[type=radio]:checked'))).toBe(inFull + 1);
  await page.goto(`${signs}/previous-answers`);
  await expect(full).toHaveCount(0);
  await expect(partial.getByRole('checkbox')).toHaveCount(inPart);
  await page.getByRole('button', { name: 'Carry over selected answers' }).click();
  await expect(page.getByText('Select at least one answer.')).toBeVisible();
});
