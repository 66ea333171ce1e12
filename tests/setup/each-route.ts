import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { roles } from '~/access/permissions';
import routes from '~/routes';
import type { DeclaredRoute } from '~/routes/declare';

/** Whether every reader, query and case is tried (`npm run test:thorough`). */
export const isThorough = process.env.THOROUGH === '1';

/** Roles whose results are compared: the most permissive, the recorder and the least; a thorough run takes all. An owner has every permission of a manager or a reviewer. */
export const readingRoles = roles.filter((role) => isThorough || ['owner', 'auditor', 'viewer'].includes(role));

/**
 * The queries that can change the response of a route: only the first where its file neither reads the address nor passes the request on. Reading a form does
 * not count.
 */
export function queriesFor(file: string, queries: readonly string[]): readonly string[] {
  const source = readFileSync(file, 'utf8');
  const readsAddress = /\bsearchParams\b|\brequest\.url\b|\b(?!require|readForm\b)\w+\((?:[^()]*,\s*)?request\b/.test(source);
  return isThorough || readsAddress ? queries : queries.slice(0, 1);
}

/** A route as `app/routes.ts` declares it: `name` is its file below `app/routes`, `path` its whole address, `:name` for a parameter. */
export type EachRoute = { name: string; file: string; path: string; params: string[] };

function flatten(declared: readonly DeclaredRoute[], base: string): EachRoute[] {
  return declared.flatMap(({ path: own, file, children }) => {
    const path = own === undefined ? base : `${base}/${own}`;
    const params = [...path.matchAll(/:([A-Za-z0-9]+)/g)].map(([, param = '']) => param);
    return [{ name: file.replace(/^routes\//, ''), file: resolve('app', file), path, params }, ...flatten(children ?? [], path)];
  });
}

/** Every route of the application, layouts included. */
export const eachRoute: readonly EachRoute[] = flatten(routes, '');

/** Every route below an organization. */
export const organizationRoutes = eachRoute.filter(({ path }) => path.startsWith('/o/:orgSlug'));

/** The address of a route, its parameters filled in; one without a value is `none`. */
export const addressOf = ({ path }: Pick<EachRoute, 'path'>, params: Readonly<Record<string, string | undefined>>): string =>
  path.replaceAll(/:([A-Za-z0-9]+)/g, (_, param: string) => params[param] ?? 'none') || '/';

/** Runs `work` for each item, four at a time: a route waits for the database most of its time. */
export async function fourAtATime<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const next = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all([next(), next(), next(), next()]);
}
