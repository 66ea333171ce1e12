import { addSupplier, addSupplierByForm, expect, uniqueName, signIn, test } from './journey';
import { openQuestionnaire, sections, sendSection, tickAll } from './questionnaire';

test.use({ javaScriptEnabled: false });

test('Without JavaScript: sign in, add a supplier, filter the list, answer everything, submit, and issue the board paper', async ({
  page,
  account,
}) => {
  await signIn(page, account);
  await expect(page).toHaveURL(/\/(o\/[^/]+)?$/);
  const journey = uniqueName('Journey');
  await page.goto('/sign-up');
  await page.getByLabel('Organization name').fill(journey);
  await page.getByRole('button', { name: 'Create organization' }).click();
  await page.waitForURL(/\/o\/[^/]+$/);
  const { pathname: path } = new URL(page.url());
  const organization = { path, slug: path.slice(3), name: journey };
  const name = uniqueName('Plain');
  const supplierPage = await addSupplierByForm(page, organization, { name, country: 'MM', sector: '14', workers: '300' });
  await expect(page.getByText(`${name} was added.`)).toBeVisible();
  await addSupplier(page, organization, { name: uniqueName('Other'), country: 'SE' });

  await page.goto(`${path}/suppliers`);
  await page.getByRole('searchbox').fill('plain');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page).toHaveURL(/q=plain/);
  await expect(page.getByRole('rowheader').getByRole('link')).toHaveText([name]);
  await page.getByRole('link', { name: 'Clear all filters' }).click();
  await expect(page.getByRole('rowheader')).toHaveCount(2);
  await page.getByRole('columnheader', { name: 'Tier' }).getByRole('link').click();
  await expect(page).toHaveURL(/sort=tier/);

  const here = await openQuestionnaire(page, { orgPath: path, supplierPage });
  const [first, ...others] = sections;
  for (const section of others.slice(0, -1)) await sendSection(page, { address: `${here}/questions/${section}`, wanted: ['dont-know'] });
  for (const section of [first, 'P10']) {
    await page.goto(`${here}/questions/${section}`);
    await tickAll(page, ['dont-know']);
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await page.waitForURL(section === 'P10' ? here : /\/questions\//);
  }
  await expect(page.getByText('All required questions are answered.')).toBeVisible();
  await page.getByRole('button', { name: 'Submit answers' }).click();
  await expect(page.getByText('Answers submitted and supplier rescored.')).toBeVisible();

  await page.goto(path);
  await page.getByRole('link', { name: 'Prepare board paper' }).click();
  await page.getByRole('button', { name: 'Issue board paper' }).click();
  await expect(page.getByRole('region', { name: 'Issued reports' }).getByRole('row')).toHaveCount(2);
});

test('Without JavaScript: a visitor reads the method in another language', async ({ page }) => {
  await page.goto('/methodology');
  await page.getByLabel('Language').click();
  await page.getByRole('button', { name: 'Français' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(page).toHaveURL('/methodology');
  await page.getByLabel('Langue').click();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});
