import type { ServerBuild } from '@remix-run/node';
import { isDatabaseAway } from '~/access/database-away.server';
import { m } from '~/paraglide/messages';
import { log } from '~/platform/log/log.server';
import { currentRequestId, noteRoute } from '~/platform/log/log-context.server';

type Handler = (...given: never[]) => unknown;

/**
 * The build, with loaders and actions that answer 503 and say so when the database is away, and 500 with the request's id at any other error, which is logged here. A fault that names no such reason is taken for one when `isAway`, asked then, says that the database does not answer: of what was under way, some only
 * learns that its transaction is gone.
 */
export function answerFaults(build: ServerBuild, isAway: () => Promise<boolean>): ServerBuild {
  const depthOf = (id: string | undefined): number => (id === undefined ? -1 : 1 + depthOf(build.routes[id]?.parentId));
  const guarded = (id: string, handler: Handler) => {
    const depth = depthOf(id);
    return async (...given: never[]) => {
      noteRoute(id, depth);
      try {
        return await handler(...given);
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        const [{ request }] = given as unknown as [{ request: Request }];
        if (isDatabaseAway(error) || (await isAway())) throw awayResponse(error);
        // A request that its reader left is no fault.
        if (!request.signal.aborted) log('request.failed', { error });
        throw Response.json({ requestId: currentRequestId() }, { status: 500, headers: { 'Cache-Control': 'no-store' } });
      }
    };
  };
  const routes = Object.entries(build.routes).map(([id, route]) => {
    if (!route) return [id, route];
    const { loader, action } = route.module;
    const module = { ...route.module, ...(loader && { loader: guarded(id, loader) }), ...(action && { action: guarded(id, action) }) };
    return [id, { ...route, module }];
  });
  return { ...build, routes: Object.fromEntries(routes) };
}

function awayResponse(error: Error): Response {
  log('database.away', { error });
  return new Response(`${m.shell_error_503_text()} ${m.shell_error_503_do()}\n`, {
    status: 503,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '5', 'Cache-Control': 'no-store' },
  });
}
