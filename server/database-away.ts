import type { ServerBuild } from '@remix-run/node';
import { isDatabaseAway } from '~/access/database-away.server';
import { m } from '~/paraglide/messages';

type Handler = (...given: never[]) => unknown;

/**
 * The build, with loaders and actions that answer 503 and say so when the database is away, in place of an error of ours. A fault that names no such reason is taken for one when `isAway`, asked then, says that the database does not answer: of what was under way, some only
 * learns that its transaction is gone.
 */
export function sayDatabaseIsAway(build: ServerBuild, isAway: () => Promise<boolean>): ServerBuild {
  const guarded = (handler: Handler | undefined) =>
    handler &&
    (async (...given: never[]) => {
      try {
        return await handler(...given);
      } catch (error) {
        if (!(error instanceof Error) || !(isDatabaseAway(error) || (await isAway()))) throw error;
        console.error(`The database is away: ${error.message.trim().split('\n').at(-1)}`);
        throw new Response(`${m.shell_error_503_text()} ${m.shell_error_503_do()}\n`, {
          status: 503,
          headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '5', 'Cache-Control': 'no-store' },
        });
      }
    });
  const routes = Object.entries(build.routes).map(([id, route]) => {
    if (!route) return [id, route];
    const { loader, action } = route.module;
    return [
      id,
      { ...route, module: { ...route.module, ...(loader && { loader: guarded(loader) }), ...(action && { action: guarded(action) }) } },
    ];
  });
  return { ...build, routes: Object.fromEntries(routes) };
}
