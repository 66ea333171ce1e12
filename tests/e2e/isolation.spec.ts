import { addSupplier, expect, uniqueName, test } from './journey';
import { openQuestionnaire } from './questionnaire';

test('No record of one organization can be reached from another', { tag: '@quick' }, async ({
  memberPage: member,
  organization,
  browser,
  demonstration,
  baseURL,
}) => {
  const { path } = organization;
  const supplierPage = await addSupplier(member, organization, { name: uniqueName('Private'), country: 'TH', sector: '10' });
  const response = await openQuestionnaire(member, { orgPath: path, supplierPage });

  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), storageState: demonstration.state });
  const stranger = await context.newPage();
  const pages = [
    '',
    '/suppliers',
    '/suppliers/export',
    '/map',
    '/map/graph',
    '/map/places',
    '/map/export?as=csv',
    '/responses',
    '/findings',
    '/suppliers/import',
    '/search?q=private',
  ]
    .concat(['members', 'organization', 'activity', 'sessions'].map((name) => `/settings/${name}`))
    .map((address) => path + address)
    .concat(['', '/edit', '/score', '/supply-chain', '/sites', '/history'].map((address) => supplierPage + address))
    .concat([response, `${response}/questions/P1`]);
  // The stranger's own organization in the address, with a record of the other.
  const borrowed = [supplierPage, `${supplierPage}/edit`, `${supplierPage}/score`, response, `${response}/questions/P1`].map(
    (address) => demonstration.path + address.slice(path.length),
  );
  for (const address of [...pages, ...borrowed]) {
    const answer = await context.request.get(address);
    expect(answer.status(), `GET ${address}`).toBe(404);
    expect(await answer.text()).not.toContain(organization.name);
  }
  const shown = await stranger.goto(path);
  expect(shown?.status()).toBe(404);
  await expect(stranger.getByRole('heading', { name: 'Page not found' })).toBeVisible();
  await context.close();
});

test('A visitor is asked to sign in, and returns to the requested page', async ({ page, organization, account }) => {
  await page.goto(`${organization.path}/responses?status=open`);
  await expect(page).toHaveURL(/\/sign-in\?redirectTo=/);
  await page.getByLabel('Email address').fill(account.email);
  await page.getByLabel('Password').fill(account.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(`${organization.path}/responses?status=open`);
});
