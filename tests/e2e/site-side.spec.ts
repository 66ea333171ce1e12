import { noViolations, onPhone } from './answering';
import { overflow } from './inspect';
import { expect, openOrganization, test } from './journey';
import { showFinding, words } from './site-link';

const newer = 'Passports of some agency workers lie in a locked cupboard.';

test('A site reads by its link what it was shown, replies, and reads later versions and answers; an expired link only says so', async ({
  memberPage: page,
  browser,
  baseURL,
  troubles,
}) => {
  const organization = await openOrganization(page);
  const { share, link, finding } = await showFinding(page, organization);

  const site = await onPhone(browser, baseURL, troubles);
  await site.page.goto(link);
  await noViolations(site.page);
  await site.page.getByRole('button', { name: 'Open on this device' }).click();
  await site.page.getByRole('link', { name: words }).click();
  await expect(site.page.getByRole('heading', { level: 1 })).toHaveText(words);
  await expect(site.page.getByText('cupboard on floor two')).toHaveCount(0);
  await noViolations(site.page);
  expect(await overflow(site.page), 'at 360 px').toBe('fits');
  await site.page.getByRole('radio', { name: 'We disagree' }).check();
  const reply = site.page.getByRole('region', { name: 'Your reply' });
  await reply.getByLabel('Your text').fill('They asked us to keep them.');
  await reply.getByLabel('Your job title').fill('Plant manager');
  await reply.getByRole('button', { name: 'Send reply' }).click();
  await expect(site.page.getByText(`Sent to ${organization.name}.`)).toBeVisible();
  await expect(reply.locator('blockquote, .border-edge').getByText('They asked us to keep them.')).toBeVisible();

  // Pages that are closed to a site.
  for (const address of [finding, share, `${organization.path}/suppliers`]) {
    const answer = await site.page.request.get(address, { maxRedirects: 0 });
    expect([302, 401, 403, 404], address).toContain(answer.status());
  }
  const other = await site.page.request.post(
    `${new URL(site.page.url()).pathname.replace(/[^/]+$/, '')}00000000-0000-4000-8000-000000000000`,
    {
      multipart: { intent: 'progress', files: { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('a') } },
      headers: { Origin: new URL(site.page.url()).origin },
    },
  );
  expect(other.status()).toBe(404);

  // Corrected: the share shows it, and the site reads the newer version once a member shares it.
  await page.goto(share);
  await expect(page.getByText('last reply on')).toBeVisible();
  await page.goto(`${finding}/edit`);
  await page.getByLabel('Description of the finding').fill(newer);
  await page.getByRole('button', { name: 'Save finding' }).click();
  await page.waitForURL((url) => !url.pathname.endsWith('/edit'));
  await page.goto(share);
  await expect(page.getByText(/This finding was corrected on/)).toBeVisible();
  await noViolations(page);
  await site.page.reload();
  await expect(site.page.getByRole('heading', { level: 1 })).toHaveText(words);
  await page.getByLabel('Text for the site').fill('Call Mr Nguyen at +84 912 345 678.');
  await page.getByRole('button', { name: 'Share wording' }).click();
  await expect(page.getByText('Edit the text, or confirm that it cannot identify anyone.').first()).toBeVisible();
  await expect(page.getByLabel('Text for the site')).toHaveValue('Call Mr Nguyen at +84 912 345 678.');
  await page.getByLabel('Text for the site').fill(newer);
  await page.getByRole('button', { name: 'Share wording' }).click();
  await expect(page.getByText('The site now sees the updated wording.')).toBeVisible();
  await site.page.reload();
  await expect(site.page.getByRole('heading', { level: 1 })).toHaveText(newer);
  await expect(site.page.getByText(`${organization.name} changed the wording of this finding on`)).toBeVisible();
  await site.page.getByText('Wording until').click();
  await expect(site.page.getByText(words)).toBeVisible();
  await noViolations(site.page);

  // A used link says so, requests a new one, and the member sees it.
  const late = await onPhone(browser, baseURL, troubles);
  await late.page.goto(link);
  await noViolations(late.page);
  await late.page.getByRole('button', { name: 'Request new link' }).click();
  await expect(late.page.getByText(`${organization.name} was notified on`)).toBeVisible();
  expect(await overflow(late.page), 'at 360 px').toBe('fits');
  await late.context.close();
  await page.goto(`${organization.path}/findings`);
  await page.getByText('Requests for new links from sites').waitFor();
  await page.goto(share);
  await expect(page.getByText(/New link requested on/)).toBeVisible();
  await page.getByRole('button', { name: 'Create new link' }).click();
  await expect(page.locator('input[readonly]')).toBeVisible();
  await page.goto(share);
  await expect(page.getByText(/New link requested on/)).toHaveCount(0);
  await site.context.close();
});
