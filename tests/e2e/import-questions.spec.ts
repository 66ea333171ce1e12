import { chooseFrom } from './choose-from';
import { newViolations, overflow } from './inspect';
import { expect, openColumns, openOrganization, type Page, scripted, test, textFile, uniqueLetters } from './journey';
import { tabTo } from './tab-to';

const pictures = process.env.IMPORT_PICTURES;

/** Without violations, and no wider than a phone; with a picture of each width where pictures are wanted. */
async function fits(page: Page, name: string): Promise<void> {
  expect(await newViolations(page), page.url()).toEqual([]);
  if (pictures) await page.screenshot({ path: `${pictures}/${name}-1440.png`, fullPage: true });
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflow(page), `${page.url()} at 360 px`).toBe('fits');
  if (pictures) await page.screenshot({ path: `${pictures}/${name}-360.png`, fullPage: true });
  await page.setViewportSize({ width: 1440, height: 900 });
}

/** Two companies of one name at two addresses; a supplier whose rows contradict each other; words that no list of sectors and countries has. */
const first = (tag: string) =>
  `name,country,address\nFelice ${tag},Tunisia,"Lot 22, Zone industrielle Utique, Bizerte"\nFelice ${tag},Tunisia,"Route de la Republique, Beni Khiar, Nabeul"\n`;
const second = (tag: string) =>
  [
    'name,country,address,sector,workers',
    `Felice ${tag},Tunisia,,Garments,90`,
    `Karya ${tag},Indonesia,"Jl. Raya Serang 12, Tangerang",Footwear,800`,
    `Karya ${tag},Indonesia,"Jl. Raya Serang 12, Tangerang",Footwear,950`,
    `Kestrel ${tag},Zhongguoland,"5 Gong Ye Road, Dongguan",Zorbing things,60`,
  ].join('\n');

test('A list with a shared name, contradicting rows and unknown words is imported by answering, from the keyboard, what the wizard asks', {
  tag: '@thorough',
}, async ({ memberPage: page, account: _ }) => {
  const organization = await openOrganization(page);
  const tag = uniqueLetters();
  await page.setViewportSize({ width: 1440, height: 900 });

  // The first list asks whether one name at two addresses is one company.
  await page.goto(`${organization.path}/suppliers/import`);
  await page.getByLabel('Your list').setInputFiles(textFile(`first-${tag}.csv`, first(tag)));
  await page.getByRole('button', { name: 'Upload list' }).click();
  await openColumns(page);
  const here = () =>
    page
      .url()
      .replace(/[?#].*$/, '')
      .replace(/\/match$/, '');
  await page.goto(`${here()}/match`);
  await scripted(page);
  await fits(page, 'one-name-two-addresses');
  await answer(page, 'd');
  await expect(page.getByText('1 decision saved.')).toBeVisible();
  await pressOn(page, 'Continue to check');
  await pressOn(page, /^Import 2 rows/);
  await expect(page.getByRole('heading', { name: 'Import complete' })).toBeVisible({ timeout: 60_000 });

  await page.goto(`${organization.path}/suppliers/import`);
  await page.getByLabel('Your list').setInputFiles(textFile(`second-${tag}.csv`, second(tag)));
  await page.getByRole('button', { name: 'Upload list' }).click();
  await openColumns(page);

  // Words: a country and a sector that no list has are chosen from them.
  await page.goto(`${here()}?step=clean`);
  await scripted(page);
  await fits(page, 'cleaning');
  for (const [column, value, choice] of [
    ['country', 'Zhongguoland', 'China'],
    ['sector', 'Zorbing things', 'Sports goods'],
  ] as const) {
    await page.goto(`${here()}?step=clean`);
    await pressOn(page, column);
    await expect(page.getByRole('heading', { name: `Values of “${column}”` })).toBeVisible();
    await scripted(page);
    await fits(page, `values-of-${column}`);
    await chooseFrom(page, `Choice for “${value}”`, choice);
    await pressOn(page, 'Save choices');
    await expect(page.getByText('Choices saved. The rows were read again.')).toBeVisible();
  }

  // The shared name: which of the two, by its key; and the contradicting rows, by arrow keys.
  await page.goto(`${here()}/match`);
  await scripted(page);
  await fits(page, 'shared-name');
  const lines = page.locator('[data-line]');
  await expect(lines).toHaveCount(1);
  const chosen = lines.getByRole('radio', { name: /Nabeul/ });
  await answer(page, (await chosen.getAttribute('data-digit')) ?? '');
  await expect(page.getByText('1 decision saved.')).toBeVisible();
  await pressOn(page, 'Continue to check');
  const contradiction = page.getByRole('group', { name: `Karya ${tag}: Workers` });
  await expect(contradiction.first().getByRole('radio', { name: /950/ })).toBeChecked();
  await fits(page, 'check');
  await tabTo(page, (label) => label.startsWith('950'));
  await page.keyboard.press('ArrowUp');
  await pressOn(page, 'Save values');
  await expect(contradiction.first().getByText('Decided')).toBeVisible();
  await pressOn(page, /^Import 4 rows/);
  await expect(page.getByRole('heading', { name: 'Import complete' })).toBeVisible({ timeout: 60_000 });

  // What was answered is what was written.
  const list = await (await page.request.get(`${organization.path}/suppliers/export`)).text();
  const rows = list.split('\r\n').filter((line) => line.includes(tag));
  expect(rows).toHaveLength(4);
  const of = (name: string) => rows.filter((line) => line.includes(`${name} ${tag}`));
  expect(of('Karya')[0]).toMatch(/\b800\b/);
  expect(of('Kestrel')[0]).toMatch(/\bCN\b/);
  expect(of('Felice').filter((line) => /\b90\b/.test(line))).toHaveLength(1);
  await page.goto(`${organization.path}/suppliers?q=Felice+${tag}`);
  await expect(page.getByRole('link', { name: `Felice ${tag}`, exact: true })).toHaveCount(2);
});

/** Chooses for the first line by its key, and saves by Enter on the button. */
async function answer(page: Page, key: string): Promise<void> {
  await page.locator('[data-line]').first().focus();
  await page.keyboard.press(key);
  await pressOn(page, 'Save decisions');
}

/** Tabs to a button or link of this name and presses Enter. */
async function pressOn(page: Page, name: string | RegExp): Promise<void> {
  await scripted(page);
  await tabTo(page, (label) => (typeof name === 'string' ? label === name : name.test(label)));
  await page.keyboard.press('Enter');
}
