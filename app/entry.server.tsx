import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import { warmMethod } from '~/risk/scores/warm-method.server';
import '~/registrations.server';
import { log } from '~/platform/log/log.server';
import { currentRequestId } from '~/platform/log/log-context.server';
import { followRequestLocale, localeOfRequest, runInLocale } from '~/platform/http/locale.server';
import { NonceProvider } from '~/ui/nonce';
import { PageBody } from '~/platform/http/page-body.server';
import { RequestIdProvider } from '~/ui/request-id';

/** The server wraps the action of every route in it (server/answer-once.ts). */
export { answerOnce } from '~/platform/forms/answer-once.server';

export const streamTimeout = 8_000;

followRequestLocale();
warmMethod();

/** Renders the page: streamed to browsers, whole to machines that read only once. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  return runInLocale(localeOfRequest(request), () => render(request, status, headers, remixContext, nonceOf(loadContext)));
}

/** The server writes the nonce of the response's policy into the load context. */
function nonceOf({ cspNonce }: AppLoadContext): string | undefined {
  return typeof cspNonce === 'string' ? cspNonce : undefined;
}

function render(
  request: Request,
  initialStatus: number,
  headers: Headers,
  remixContext: EntryContext,
  nonce: string | undefined,
): Promise<Response> {
  const readyEvent = isbot(request.headers.get('user-agent') ?? '') ? 'onAllReady' : 'onShellReady';
  return new Promise((resolve, reject) => {
    let status = initialStatus;
    let shellSent = false;
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider value={nonce}>
        <RequestIdProvider value={currentRequestId()}>
          <RemixServer context={remixContext} url={request.url} nonce={nonce} />
        </RequestIdProvider>
      </NonceProvider>,
      {
        nonce,
        [readyEvent]() {
          shellSent = true;
          // A reader who goes away before the end is no error of ours.
          const body = new PageBody(() => abort());
          body.on('error', () => abort());
          request.signal.addEventListener('abort', () => abort(), { once: true });
          headers.set('content-type', 'text/html; charset=utf-8');
          // A temporary error may be retried soon, and is never cached.
          if (status === 503) {
            headers.set('retry-after', '5');
            headers.set('cache-control', 'no-store');
          }
          resolve(new Response(body.stream, { status, headers }));
          pipe(body);
        },
        onShellError(error: unknown) {
          reject(error);
        },
        onError(error: unknown) {
          status = 500;
          if (shellSent && !request.signal.aborted) log('request.failed', { error });
        },
      },
    );
    setTimeout(abort, streamTimeout + 1_000).unref();
  });
}

/**
 * Errors in rendering pass here; those of loaders and actions are logged where they are answered (server/answer-faults.ts). A request that its reader left is not
 * one, nor is what Remix itself refuses: an address without a page, a method that a page does not take.
 */
export function handleError(error: unknown, { request }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  log('request.failed', { error });
}
