import { AsyncResource } from 'node:async_hooks';
import type { NextFunction, Request, Response } from 'express';
import { log } from '~/platform/log/log.server';
import { requestIdOf, withLogContext } from '~/platform/log/log-context.server';
import { withRequestMemory } from '~/access/request-memory.server';

const routine = /^\/(?:livez|readyz)$/;
/** Responses that a page or a route made, not a file of the browser. */
const made = new WeakSet<Response>();

export const addressOf = (request: Request): string => (request.ip ?? '').replace(/^::ffff:/, '');

/** Notes that no file answers the request, so that its line is written whatever the level. */
export function noteMade(_request: Request, response: Response, next: NextFunction): void {
  made.add(response);
  next();
}

/**
 * Gives each request an id, which its response and each of its lines in the log carry, and writes a line when it is over. Everything that a request does runs inside. The
 * path is never logged: that of a guest contains a token or ids.
 */
export function logRequests({ isTrusted }: { isTrusted: boolean }) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const requestId = requestIdOf(request.headers['x-request-id'], isTrusted);
    const start = performance.now();
    response.setHeader('X-Request-Id', requestId);
    withLogContext({ requestId }, () =>
      withRequestMemory(
        () => {
          // A listener would run outside of the request.
          const end = AsyncResource.bind(() => {
            const isRoutine =
              routine.test(request.path) || (!made.has(response) && (response.statusCode < 300 || response.statusCode === 304));
            log(isRoutine ? 'request.routine' : 'request.answered', {
              method: methodOf(request),
              status: response.statusCode,
              durationMs: Math.round(performance.now() - start),
              outcome: response.writableFinished ? 'answered' : 'aborted',
            });
          });
          response.once('close', end);
          next();
        },
        { address: addressOf(request) },
      ),
    );
  };
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
const methodOf = ({ method }: Request) => methods.find((each) => each === method);
