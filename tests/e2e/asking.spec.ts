import { answerAll, ask, begin, choose, noViolations, onPhone, phone, states } from './answering';
import { overflow } from './inspect';
import { expect, test } from './journey';
import { countNow } from './read-now';

test('A supplier answers on a phone, loses it, continues with a new link, submits; the buyer sees progress, answers and a changed score', async ({
  memberPage: owner,
  organization,
  browser,
  baseURL,
  troubles,
}) => {
  const { link, request, supplierPage, name } = await ask(owner, organization);
  await owner.goto(`${supplierPage}/score`);
  const scoreBefore = await owner.locator('main').innerText();

  const first = await onPhone(browser, baseURL, troubles);
  await first.page.goto(link);
  await expect(first.page.getByText('Please take your time.')).toBeVisible();
  await noViolations(first.page);
  await begin(first.page, link);
  await noViolations(first.page);
  const home = first.page.url();
  await first.page.getByRole('link', { name: /^(Continue|Start) answering$/ }).click();
  const section = first.page.url();
  await noViolations(first.page);
  const scripts: number[] = [];
  first.page.on('response', async (response) => {
    if (/javascript/.test(response.headers()['content-type'] ?? '')) scripts.push((await response.body()).length);
  });
  await first.page.reload();
  for (let at = 0; at < 5; at++) {
    await choose(first.page, at);
    await expect(states(first.page, /^Saved/)).toHaveCount(at + 1);
  }
  await expect(states(first.page, /^Saved/)).toHaveCount(5);
  expect(scripts.reduce((sum, bytes) => sum + bytes, 0)).toBeGreaterThan(0);
  expect(
    scripts.reduce((sum, bytes) => sum + bytes, 0),
    'bytes of script',
  ).toBeLessThan(200_000);
  expect(await overflow(first.page), 'at 360 px').toBe('fits');
  // Without React too, a name in a comment is reported while it is entered.
  const question = first.page.locator('[data-question]').first();
  await question.locator('summary').filter({ hasText: 'Remark' }).click();
  await question.getByRole('textbox', { name: 'Remark' }).fill('Ask worker Rahima Khatun.');
  await expect(question.getByText(/^Possible personal data: name/)).toBeVisible();
  await noViolations(first.page);
  await first.context.close();

  const second = await onPhone(browser, baseURL, troubles);
  const again = await second.page.goto(link);
  expect(again?.status()).toBe(410);
  await expect(second.page.getByText('This link has already been used')).toBeVisible();
  await noViolations(second.page);
  expect((await second.page.goto(home))?.status()).toBe(404);
  await expect(second.page.getByRole('heading', { name: 'Open this page with the link you received' })).toBeVisible();

  await owner.goto(request);
  await owner.getByRole('button', { name: 'Create new link' }).click();
  const renewed = await owner.getByRole('textbox', { name: `Link for ${name}` }).inputValue();
  await begin(second.page, renewed);
  await second.page.goto(section);
  await expect(second.page.locator('[data-question] input[type=radio]:checked')).toHaveCount(5);
  await answerAll(second.page);
  await noViolations(second.page);
  await second.page.getByRole('button', { name: `Send to ${organization.name}` }).click();
  await expect(second.page.getByText(`Your answers were sent to ${organization.name}`)).toBeVisible();
  await noViolations(second.page);

  await owner.goto(`${organization.path}/requests`);
  await expect(owner.getByRole('heading', { name: '1 of 1 have responded' })).toBeVisible();
  await noViolations(owner);
  await owner.getByRole('link', { name }).click();
  await noViolations(owner);
  await owner.getByRole('link', { name: 'View response' }).click();
  await expect(owner.getByText('Answered by the supplier')).toBeVisible();
  const sectionKey = section.split('/').pop() ?? '';
  await owner.goto(`${new URL(owner.url()).pathname}/questions/${sectionKey}`);
  expect(await countNow(owner.locator('main input[type=radio]:checked'))).toBeGreaterThanOrEqual(5);
  await expect(owner.locator('main input[type=radio]:not(:disabled)')).toHaveCount(0);
  await owner.goto(`${supplierPage}/score`);
  expect(await owner.locator('main').innerText()).not.toBe(scoreBefore);

  await second.page.getByText('Stop sharing your answers').click();
  await second.page.getByRole('button', { name: 'Stop sharing', exact: true }).click();
  await expect(second.page.getByRole('button', { name: 'Share answers again' })).toBeVisible();
  await owner.goto(request.replace('/requests/', '/responses/'));
  await expect(owner.getByText('The supplier no longer shares these answers')).toBeVisible();
  await second.context.close();
});

test('A22: the network is lost while answering and comes back; a translated page can still be answered', async ({
  memberPage: owner,
  organization,
  browser,
  baseURL,
  troubles,
}) => {
  const { link } = await ask(owner, organization);
  const { page, context } = await onPhone(browser, baseURL, troubles);
  await begin(page, link);
  await page.getByRole('link', { name: /^(Continue|Start) answering$/ }).click();
  await choose(page, 0);
  await expect(states(page, /^Saved/)).toHaveCount(1);

  await context.setOffline(true);
  await choose(page, 1);
  await choose(page, 2);
  await expect(page.getByText('2 answers on this device are waiting for a connection.')).toBeVisible();
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await expect(page.getByText('You are offline.')).toBeVisible();
  await context.setOffline(false);
  await expect(states(page, /^Saved/)).toHaveCount(3);
  await expect(page.locator('[data-waiting]')).toBeHidden();

  // As a translating browser does: every text moves into an element of its own, with other text.
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) if (walker.currentNode instanceof Text && walker.currentNode.data.trim()) texts.push(walker.currentNode);
    for (const text of texts) {
      const font = document.createElement('font');
      font.append(document.createElement('font'));
      text.replaceWith(font);
      font.firstElementChild?.append(text);
    }
  });
  await choose(page, 3);
  await choose(page, 4);
  await expect(states(page, /^Saved/)).toHaveCount(5);
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await page.waitForURL(/\/sections\//);
  await page.goBack();
  await page.reload();
  await expect(page.locator('[data-question] input[type=radio]:checked')).toHaveCount(5);
  await context.close();
});

test('Answers are submitted from a browser without storage', { tag: '@quick' }, async ({
  memberPage: owner,
  organization,
  browser,
  baseURL,
  troubles,
}) => {
  const { link } = await ask(owner, organization);
  const { page, context } = await onPhone(browser, baseURL, troubles);
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
  });
  await begin(page, link);
  await page.getByRole('link', { name: /^(Continue|Start) answering$/ }).click();
  await context.setOffline(true);
  await choose(page, 0);
  await choose(page, 1);
  await expect(page.getByText('2 answers on this device are waiting for a connection.')).toBeVisible();
  await context.setOffline(false);
  await expect(states(page, /^Saved/)).toHaveCount(2);
  await context.close();
});

test('A supplier declines with a reason, without script too; the buyer reads it', async ({
  memberPage: owner,
  organization,
  browser,
  baseURL,
}) => {
  const { link, name } = await ask(owner, organization);
  const context = await browser.newContext({ ...phone, javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await begin(page, link);
  await page.getByRole('link', { name: 'We do not want to answer' }).click();
  await page.getByRole('textbox', { name: 'Reason' }).fill('No');
  await page.getByRole('button', { name: 'Send refusal' }).click();
  await expect(page.getByRole('textbox', { name: 'Reason' })).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByRole('textbox', { name: 'Reason' })).toHaveValue('No');
  await page.getByRole('textbox', { name: 'Reason' }).fill('Another buyer has our answers');
  await page.getByRole('button', { name: 'Send refusal' }).click();
  await expect(page.getByRole('button', { name: 'Answer after all' })).toBeVisible();
  await owner.goto(`${organization.path}/requests?status=refused`);
  await expect(owner.getByRole('row', { name: new RegExp(name) })).toContainText('Another buyer has our answers');
  await context.close();
});
