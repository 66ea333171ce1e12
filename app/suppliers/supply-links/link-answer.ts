import { m } from '~/paraglide/messages';
import { formatPercent } from '~/ui/format';
import type { ShareProblem } from './check-shares.server';

/** Why the shares of one buyer do not fit, in words that name the numbers. */
export function shareRefusal({ buyer, others, sum }: ShareProblem): string {
  return m.supply_links_error_shares({ buyer, others: formatPercent(others, { digits: 1 }), sum: formatPercent(sum, { digits: 1 }) });
}

/** The message after an edge was saved, with a cycle that it creates. */
export function savedLink(done: string, cycle: readonly string[] | null): { tone: 'success' | 'warning'; text: string } {
  if (cycle === null) return { tone: 'success', text: done };
  const shown = cycle.length > 8 ? [...cycle.slice(0, 4), '…', ...cycle.slice(-3)] : cycle;
  return { tone: 'warning', text: `${done} ${m.supply_links_cycle({ path: shown.join(' → ') })}` };
}
