import { newViolations, overflow } from './inspect';
import { expect, type Page, test } from './journey';
import { begin, planAudit, queue } from './recorder';

const card = (page: Page, key: string) => page.locator(`[data-check="${key}"]`);
const factsLeft = async (page: Page): Promise<number> => Number(await page.locator('[data-facts-left]').getAttribute('data-facts-left'));

test('A fact is asked once: without network an answer is proposed elsewhere, accepted by keyboard, alone or with all of a list, and reviewed when its source changes', async ({
  memberPage: page,
}) => {
  const { onSite } = await planAudit(page, 'Employers’ checklist on forced labour');
  await begin(page, onSite);
  await page.context().setOffline(true);
  await page.goto(`${onSite}#/`);
  const before = await factsLeft(page);
  const next = page.locator('[data-next-question]');
  const first = (await next.getAttribute('data-next-question')) ?? '';
  await next.click();
  await expect(card(page, first)).toBeInViewport();
  await page.goto(`${onSite}#/section/HC/H12.1`);
  await card(page, 'H12.1').getByLabel('Compliant', { exact: true }).check();
  await expect(queue(page)).toHaveText('Not sent yet: 1 answer');

  await page.goto(`${onSite}#/section/I/I7`);
  const proposal = card(page, 'I7').locator('[data-proposal]');
  await expect(proposal).toContainText('Proposed answer: Looked for and absent');
  await expect(proposal.getByRole('listitem')).toContainText(/^H12\.1 Employers’ checklist on forced labour: Compliant/);
  await expect(card(page, 'I7').getByRole('radio', { checked: true })).toHaveCount(0);
  await page.getByRole('button', { name: 'Accept 1 proposed answer' }).press('Enter');
  await expect(card(page, 'I7').getByLabel('Looked for and absent', { exact: true })).toBeChecked();
  await expect(card(page, 'I7').locator('[data-accepted]')).toHaveText('Accepted from H12.1');
  await expect(queue(page)).toHaveText('Not sent yet: 2 answers');
  await page.goto(`${onSite}#/`);
  expect(await factsLeft(page)).toBe(before - 1);

  await page.goto(`${onSite}#/section/BW.FL/BW.FL.1.c.1`);
  await card(page, 'BW.FL.1.c.1').getByRole('button', { name: 'Accept answer' }).focus();
  await page.keyboard.press('Enter');
  await expect(card(page, 'BW.FL.1.c.1').getByLabel('Compliant', { exact: true })).toBeChecked();
  await page.goto(`${onSite}#/section/HC/H12.1`);
  await card(page, 'H12.1').getByLabel('Not compliant', { exact: true }).check();
  await page.goto(`${onSite}#/`);
  await page.getByRole('link', { name: '2 answers to review' }).click();
  await expect(page.locator('[data-found]')).toHaveText('2 questions');
  const outdated = card(page, 'I7').locator('[data-proposal=outdated]');
  await expect(outdated).toContainText('Review this answer: its source has changed');
  expect(await newViolations(page)).toEqual([]);
  await outdated.getByRole('button', { name: 'Accept new answer: Present' }).click();
  await expect(card(page, 'I7').getByLabel('Present', { exact: true })).toBeChecked();
  await card(page, 'BW.FL.1.c.1').getByRole('button', { name: 'Keep answer' }).click();
  await expect(page.locator('[data-proposal=outdated]')).toHaveCount(0);

  await page.goto(`${onSite}#/questions/proposed`);
  await page.getByRole('button', { name: /^Accept \d+ proposed answers$/ }).click();
  await expect(page.getByText(/^\d+ answers accepted\.$/)).toBeVisible();
  await expect(page.locator('[data-proposal=new]')).toHaveCount(0);

  await page.context().setOffline(false);
  await expect(queue(page)).toHaveText('All entries sent', { timeout: 60_000 });
  await page.goto(onSite.replace(/on-site$/, 'conclusion'));
  await expect(page.locator('p[data-facts-left]')).toContainText(/facts left to ask, in \d+ unanswered questions/);
});

test('Questions are found by status, method, place and words, without network and at 360 px', async ({ memberPage: page }) => {
  const { onSite } = await planAudit(page, 'Employers’ checklist on forced labour');
  await begin(page, onSite);
  await page.context().setOffline(true);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${onSite}#/section/BW.OS/BW.OS.7.g`);
  await card(page, 'BW.OS.7.g').getByText('Verification and notes').click();
  const note = card(page, 'BW.OS.7.g').getByLabel('Note', { exact: false }).first();
  await note.fill('Kitchen behind the café');
  await note.blur();
  await expect(queue(page)).toHaveText('Not sent yet: 1 answer');

  await page.goto(`${onSite}#/`);
  await page.getByRole('link', { name: 'Search and filter questions' }).click();
  const found = page.locator('[data-found]');
  const search = page.getByRole('searchbox', { name: /^Search/ });
  await search.fill('CAFE kitchen');
  await expect(found).toHaveText('1 question');
  await expect(card(page, 'BW.OS.7.g')).toBeVisible();
  await search.fill('passport safe kept');
  await expect(found).not.toHaveText('1 question');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.getByLabel('Place on site').selectOption({ label: 'Canteen' });
  await page.getByLabel('Verified by').selectOption({ label: 'Walk-through' });
  await page.getByLabel('Status').selectOption({ label: 'Unanswered' });
  await expect(card(page, 'BW.OS.6.c.1')).toBeVisible();
  await expect(card(page, 'BW.OS.7.g')).toHaveCount(0);
  // An answered question stays until the filter changes.
  await card(page, 'BW.OS.6.c.1').getByLabel('Compliant', { exact: true }).check();
  await expect(card(page, 'BW.OS.6.c.1')).toBeVisible();
  expect(await overflow(page)).toBe('fits');
  expect(await newViolations(page)).toEqual([]);
  await page.getByLabel('Status').selectOption({ label: 'Answered' });
  await expect(found).toHaveText('1 question');
  await search.fill('nothing has these words');
  await expect(found).toHaveText('No question matches. Clear the filters to see all questions.');
});
