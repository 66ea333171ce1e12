import { createContext, useContext } from 'react';
import { z } from 'zod';

/** The id of the request that renders the page on the server; null in the browser and in tests. */
const RequestIdContext = createContext<string | null>(null);

export const RequestIdProvider = RequestIdContext.Provider;

const faultSchema = z.object({ requestId: z.string() });

/** The id under which the log has the error that a page shows: that of the failed request (`data` of its response), else of the one that renders the page. */
export function useFailedRequestId(data: unknown): string | null {
  const rendering = useContext(RequestIdContext);
  const fault = faultSchema.safeParse(data);
  return fault.success ? fault.data.requestId : rendering;
}
