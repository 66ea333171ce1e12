import type { Page } from '@playwright/test';
import { matchRoutes } from '@remix-run/router';
import type { DeclaredRoute } from '../../../app/routes/declare';
import routes from '../../../app/routes';

const pathsOf = (declared: readonly DeclaredRoute[], base: string): string[] =>
  declared.flatMap(({ path, children }) => {
    const whole = path === undefined ? base : `${base}/${path}`;
    return [whole || '/', ...pathsOf(children ?? [], whole)];
  });
const present = [...new Set(pathsOf(routes, ''))].filter((path) => path !== '/*').map((path) => ({ path }));

/** Links and forms of the open page whose address no route answers, or only by redirecting from an earlier version. */
export async function deadLinks(page: Page): Promise<string[]> {
  const paths = await page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLAnchorElement | HTMLFormElement>('a[href], form[action]')];
    const urls = all.map((each) => new URL(each.getAttribute('href') ?? each.getAttribute('action') ?? '', location.href));
    return [...new Set(urls.filter(({ origin }) => origin === location.origin).map(({ pathname }) => pathname))];
  });
  return paths.filter((path) => matchRoutes(present, path) === null && !/^\/(fonts|assets)\/|^\/[\w-]+\.(csv|json|txt|svg)$/.test(path));
}
