import { readFileSync } from 'node:fs';
import { roles } from '~/access/permissions';

/** Whether every reader, query and case is tried (`npm run test:thorough`). */
export const isThorough = process.env.THOROUGH === '1';

/** Roles whose readings are compared: who may most, who records and who may least; a thorough run takes all. What a manager or a reviewer may, an owner may too. */
export const readingRoles = roles.filter((role) => isThorough || ['owner', 'auditor', 'viewer'].includes(role));

/** The queries that can change what a route answers: the first alone where its file neither reads the address nor hands the request on. The form is no address. */
export function queriesFor(file: string, queries: readonly string[]): readonly string[] {
  const source = readFileSync(file, 'utf8');
  const readsAddress = /\bsearchParams\b|\brequest\.url\b|\b(?!require|readForm\b)\w+\((?:[^()]*,\s*)?request\b/.test(source);
  return isThorough || readsAddress ? queries : queries.slice(0, 1);
}

/** The address of a route by the name of its file, its parameters filled in; one without a value is `none`. */
export const addressOf = (name: string, params: Readonly<Record<string, string | undefined>>): string =>
  decodeURIComponent(
    `/${name
      .replace(/\.(tsx?|jsx?)$/, '')
      .replaceAll('[.]', '%2E')
      .split('.')
      .filter((segment) => !segment.startsWith('_'))
      .map((segment) => segment.replace(/_$/, '').replace(/\$([A-Za-z]+)/g, (_, param: string) => params[param] ?? 'none'))
      .join('/')}`,
  );

/** Does `work` for each item, four at a time: a route waits for the database most of its time. */
export async function fourAtATime<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const next = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all([next(), next(), next(), next()]);
}
