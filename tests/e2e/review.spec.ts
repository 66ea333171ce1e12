import { overflow } from './inspect';
import { invite } from './invite';
import { expect, test } from './journey';
import { acceptPoints, answerQuestion, begin, planAudit, queue, readyToConclude, sign } from './recorder';

test('An audit is reviewed, returned with comments, corrected on the device without network, and approved', async ({
  memberPage: page,
  browser,
  baseURL,
  troubles,
}) => {
  test.setTimeout(240_000);
  const { onSite, organization } = await planAudit(page);
  const audit = onSite.replace(/\/on-site$/, '');
  const { page: reviewer, context } = await invite(page, organization, 'reviewer', { browser, baseURL, troubles });
  await page.goto(audit);
  await page.getByLabel('Yes, I am independent').check();
  await page.getByRole('button', { name: 'Save declaration' }).click();

  // The device says before the team leaves what will stop the conclusion.
  await begin(page, onSite);
  await page.context().setOffline(true);
  await page.goto(`${onSite}#/gate`);
  await expect(page.locator('[data-stop=signature]')).toContainText('No signature of an auditor');
  await answerQuestion(page, onSite, 'BW.CO.4.b');
  await sign(page);
  await page.goto(`${onSite}#/meetings`);
  await page.locator('#closing-notes').fill('Management agreed.');
  await page.locator('#closing-notes').blur();
  await readyToConclude(page, onSite);
  await page.context().setOffline(false);
  await expect(queue(page)).toHaveText('All entries sent', { timeout: 60_000 });

  await page.goto(`${audit}/conclusion`);
  await page.getByLabel('Limitations and deviations from the method').fill('Only part of the checklist could be assessed.');
  await page.getByLabel(/^Mark \d+ unanswered questions?/).check();
  await page.getByRole('button', { name: 'Conclude audit' }).click();
  await expect(page.getByText('The conclusion gate stops this audit.')).toBeVisible();
  await acceptPoints(page, reviewer, audit);
  const conclude = async () => {
    await page.goto(`${audit}/conclusion`);
    await page.getByLabel('Limitations and deviations from the method').fill('Only part of the checklist could be assessed.');
    await page.getByLabel(/^Mark \d+ unanswered questions?/).check();
    await page.getByRole('button', { name: 'Conclude audit' }).click();
  };
  await conclude();
  await expect(page.getByText('Audit concluded. It awaits approval by a second person.')).toBeVisible();

  await reviewer.goto(`${audit}/review?part=BW.CO`);
  const question = reviewer.locator('[data-reviewed="BW.CO.4.b"]');
  await expect(question).toContainText('Compliant');
  await question.getByText('Add comment').first().click();
  await question.getByLabel('Comment', { exact: true }).fill('Which months of pay were read?');
  await question.getByRole('button', { name: 'Add comment' }).click();
  await expect(question.locator('[data-comment=open]')).toContainText('Which months');
  await reviewer.goto(`${audit}/conclusion`);
  await expect(reviewer.getByText('Comments are open.')).toBeVisible();
  await reviewer.getByRole('button', { name: 'Return to team' }).click();
  await expect(reviewer.getByText(/^Returned by .+ on \d/)).toBeVisible();

  await page.goto(onSite);
  await page.getByLabel('Passphrase', { exact: true }).fill('seven boats on the river');
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
  await expect(page.getByRole('link', { name: /^Review comments/ })).toContainText('1', { timeout: 60_000 });
  await page.context().setOffline(true);
  await page.goto(`${onSite}#/section/BW.CO`);
  const card = page.locator('[data-check="BW.CO.4.b"]');
  await expect(card.locator('[data-comment=open]')).toContainText('Which months of pay were read?');
  await card.getByRole('button', { name: 'Reply' }).click();
  await card.getByLabel('Reply').fill('March and April');
  await card.getByLabel('Mark as done').check();
  await card.getByRole('button', { name: 'Save reply' }).click();
  await expect(card.locator('[data-comment=done]')).toContainText('March and April');
  await page.context().setOffline(false);
  await expect(queue(page)).toHaveText('All entries sent', { timeout: 60_000 });
  await conclude();
  await expect(page.getByText('Audit concluded. It awaits approval by a second person.')).toBeVisible();

  await reviewer.goto(`${audit}/review`);
  await expect(reviewer.getByText('1 of 1 comments answered')).toBeVisible();
  await expect(reviewer.locator('[data-comment=done]')).toContainText('March and April');
  await reviewer.setViewportSize({ width: 360, height: 800 });
  expect(await overflow(reviewer), 'at 360 px').toBe('fits');
  await reviewer.goto(`${audit}/conclusion`);
  await reviewer.getByRole('button', { name: 'Approve audit' }).click();
  await expect(reviewer.getByText('Audit approved.')).toBeVisible();
  await context.close();
});
