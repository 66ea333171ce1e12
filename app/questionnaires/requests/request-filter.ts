import { z } from 'zod';
import { isRequestStatus } from './states';

/** Parameters of the list of requests that say which it shows. */
export const requestFilterNames = ['status', 'country', 'tier', 'id'] as const;

export type RequestFilter = {
  campaignId?: string | undefined;
  status?: string | undefined;
  country?: string | undefined;
  tier?: string | undefined;
  /** Only these. */
  ids?: readonly string[] | undefined;
};

/** What an address asks of the list of requests; whatever is unknown is left out. */
export function readRequestFilter(search: URLSearchParams): RequestFilter {
  const [status, country, tier] = [search.get('status'), search.get('country'), search.get('tier')];
  const ids = search.getAll('id').filter((id) => z.guid().safeParse(id).success);
  return {
    status: status === 'waiting' || status === 'late' || isRequestStatus(status) ? status : undefined,
    country: country !== null && /^[A-Z]{2}$/.test(country) ? country : undefined,
    tier: tier !== null && /^(\d{1,2}|unknown)$/.test(tier) ? tier : undefined,
    ids: search.has('id') ? ids : undefined,
  };
}
