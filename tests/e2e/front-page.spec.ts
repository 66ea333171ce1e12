import { expect, test } from '@playwright/test';
import { signInAs, watchConsole } from './demonstration';

test('the front page has its content security policy, which blocks nothing on it', async ({ page }) => {
  const complaints = watchConsole(page);
  const response = await page.goto('/');
  expect(response?.status()).toBe(200);
  expect(response?.headers()['content-security-policy']).toMatch(/script-src 'self' 'nonce-[\w+/=]{20,}';/);
  await expect(page.locator('h1')).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(complaints).toEqual([]);
});

test('a demonstration user signs in and sees the suppliers', { tag: '@quick' }, async ({ page }) => {
  const complaints = watchConsole(page);
  await signInAs(page, 'owner');
  const slug = new URL(page.url()).pathname.split('/')[2];
  await page.goto(`/o/${slug}/suppliers`);
  await expect(page.locator('table tbody tr').first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(complaints).toEqual([]);
});

test('rejects requests from another site', async ({ request, baseURL }) => {
  const send = (origin: string | undefined, type = 'application/x-www-form-urlencoded') =>
    request.post('/sign-in', { data: 'email=a', headers: { 'Content-Type': type, ...(origin === undefined ? {} : { Origin: origin }) } });
  expect((await send('https://elsewhere.example')).status()).toBe(403);
  expect((await send('null')).status()).toBe(403);
  expect((await send(undefined)).status()).toBe(403);
  expect((await send(baseURL)).status()).toBe(422);
});

test('server file names never reach a page, and unknown addresses show one', async ({ request }) => {
  for (const path of ['/robots.php', '/.well-known/anything', '/assets/gone.js', '/fonts/gone.woff2']) {
    const response = await request.get(path);
    expect([path, response.status(), response.headers()['content-type']]).toEqual([path, 404, 'text/plain; charset=utf-8']);
  }
  const unknown = await request.get('/no/such/page');
  expect(unknown.status()).toBe(404);
  expect(unknown.headers()['content-type']).toContain('text/html');
  expect((await request.get('/favicon.ico')).status()).toBe(200);
  expect((await request.get('/livez')).status()).toBe(200);
  const ready = await request.get('/readyz');
  expect([ready.status(), await ready.text()]).toEqual([200, 'database ok\nmigrations ok\nfiles ok\n']);
});
