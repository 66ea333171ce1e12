import { onPhone } from '../answering';
import { openOrganization, test } from '../journey';
import { showFinding, words } from '../site-link';
import { inspectPage } from './inspect-page';

test('Pages of a site to which findings were shown', async ({ memberPage, browser, baseURL, troubles }) => {
  const organization = await openOrganization(memberPage);
  const { share, link } = await showFinding(memberPage, organization);
  await inspectPage(memberPage, share, 'template');
  const { page, context } = await onPhone(browser, baseURL, troubles);
  await inspectPage(page, new URL(link).pathname, 'template');
  await page.getByRole('button', { name: 'Open on this device' }).click();
  await page.waitForURL(/\/guest\/findings\/[0-9a-f-]{36}$/);
  const home = new URL(page.url()).pathname;
  await inspectPage(page, home, 'template');
  await page.getByRole('link', { name: words }).click();
  await page.waitForURL(/\/guest\/findings\/[0-9a-f-]{36}\/[0-9a-f-]{36}$/);
  await inspectPage(page, new URL(page.url()).pathname, 'template');
  await page.context().addCookies([{ name: 'locale', value: 'ar', url: page.url() }]);
  await inspectPage(page, home, 'template');
  await context.close();
});
