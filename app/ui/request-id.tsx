import { createContext, useContext } from 'react';

/** The id of the request that renders the page on the server; null in the browser and in tests. */
const RequestIdContext = createContext<string | null>(null);

export const RequestIdProvider = RequestIdContext.Provider;

/** Every page loads this module: it has no validation library. */
function requestIdOf(data: unknown): string | null {
  if (typeof data !== 'object' || data === null || !('requestId' in data)) return null;
  return typeof data.requestId === 'string' ? data.requestId : null;
}

/** The element that shows the id, as the server rendered it. */
const attribute = 'data-request-id';
const renderedId = () =>
  typeof document === 'undefined' ? null : (document.querySelector(`[${attribute}]`)?.getAttribute(attribute) ?? null);

/**
 * The id under which the log has the error that a page shows: that of the failed request (`data` of its response). Of an error in rendering it is the id of the request that
 * rendered the page, which only the server knows: the browser reads it from the page.
 */
export function useFailedRequestId(data: unknown): string | null {
  const rendering = useContext(RequestIdContext);
  return requestIdOf(data) ?? rendering ?? renderedId();
}
