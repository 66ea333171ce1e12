import { expect, type Locator, type Page } from '@playwright/test';
import { isVisibleNow } from './read-now';

/**
 * Chooses in a searchable field what answers a text best: by typing and Enter, or without script by a search that draws the form again. Several are chosen one
 * after the other.
 */
export async function chooseFrom(within: Page | Locator, label: string | RegExp, text: string): Promise<void> {
  const exact = typeof label === 'string';
  const plain = within.getByRole('group', { name: label, exact });
  const search = plain.getByRole('textbox', { name: 'Part of a name, or a code' });
  if (await isVisibleNow(search)) {
    await search.fill(text);
    await plain.getByRole('button', { name: 'Search' }).click();
    await plain.locator('input:is([type=radio], [type=checkbox]):not([value=""])').first().check();
    return;
  }
  const field = within.getByRole('combobox', { name: label, exact });
  await expect(async () => {
    await field.fill('');
    await field.fill(text);
    await expect(field).toHaveAttribute('aria-activedescendant', /./, { timeout: 3_000 });
  }).toPass();
  await field.press('Enter');
  if ((await field.getAttribute('aria-expanded')) === 'true') await field.press('Escape');
}
