import { notFound } from './responses.server';

/**
 * A parameter of the route's path, never empty.
 * @throws 404 where it is missing, so that no query runs with an empty id
 */
export function param(params: Readonly<Record<string, string | undefined>>, name: string): string {
  const value = params[name];
  if (value === undefined || value === '') throw notFound();
  return value;
}
