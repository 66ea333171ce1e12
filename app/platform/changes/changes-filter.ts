import { givenText } from '~/platform/http/given-text';
import { z } from 'zod';

const usualDays = 7;

/** What the page of changes shows, as in its address: `?since=2026-11-24&kind=finding-verified`. `usual`: the day for a member who was never here before. */
export function readChangesFilter(params: URLSearchParams, today: string): { since: string | null; kind: string | null; usual: string } {
  const since = z.iso.date().safeParse(params.get('since'));
  const kind = givenText(params, 'kind');
  return {
    since: since.success && since.data <= today ? since.data : null,
    kind: /^[a-z-]{1,60}$/.test(kind) ? kind : null,
    usual: new Date(Date.parse(today) - usualDays * 86_400_000).toISOString().slice(0, 10),
  };
}
