import type { Band } from '#scoring';
import { m } from '~/paraglide/messages';
import { bandName } from '~/ui/band-badge';
import { formatDate, formatNumber } from '~/ui/format';

/** Why a deal is on the watch list, most serious first. */
export const watchReasons = [
  'drawstop',
  'death',
  'breach',
  'alerts',
  'overdue-conditions',
  'overdue-covenants',
  'overdue-reports',
  'incident-untold',
  'overdue-lines',
  'overdue-actions',
  'band-worsened',
  'access-revoked',
  'not-scored',
  'place-alone',
] as const;
export type WatchReason = (typeof watchReasons)[number];
/** Those for which nothing may be drawn (`deals/next-steps`). */
export const stopReasons = [
  'drawstop',
  'death',
  'breach',
  'overdue-conditions',
  'overdue-covenants',
] as const satisfies readonly WatchReason[];
export const isStop = (code: WatchReason): boolean => stopReasons.some((stop) => stop === code);
export type Raised = { code: WatchReason; items: number; since: string | null; was: Band | null };

const words: Record<WatchReason, () => string> = {
  drawstop: m.portfolio_reason_drawstop,
  death: m.portfolio_reason_death,
  breach: m.portfolio_reason_breach,
  'overdue-conditions': m.portfolio_reason_conditions,
  'overdue-covenants': m.portfolio_reason_covenants,
  'overdue-reports': m.portfolio_reason_reports,
  'incident-untold': m.portfolio_reason_untold,
  'overdue-lines': m.portfolio_reason_lines,
  'overdue-actions': m.portfolio_reason_overdue,
  alerts: m.alerts_watch,
  'band-worsened': m.portfolio_reason_worsened,
  'access-revoked': m.portfolio_reason_revoked,
  'not-scored': m.portfolio_reason_not_scored,
  'place-alone': m.portfolio_reason_place_alone,
};

/** The name of a reason, for a filter. */
export const reasonName = (code: WatchReason): string => words[code]();

/** A reason with its figures, as a sentence. */
export function reasonLabel({ code, items, since, was }: Raised): string {
  switch (code) {
    case 'overdue-conditions':
      return m.portfolio_raised_conditions({ items: formatNumber(items), since: since ? formatDate(since) : '–' });
    case 'death':
      return m.portfolio_raised_death({ items: formatNumber(items), since: since ? formatDate(since) : '–' });
    case 'breach':
      return m.portfolio_raised_breach({ items: formatNumber(items), since: since ? formatDate(since) : '–' });
    case 'overdue-covenants':
      return m.portfolio_raised_covenants({ items: formatNumber(items), since: since ? formatDate(since) : '–' });
    case 'overdue-reports':
      return m.portfolio_raised_reports({ since: since ? formatDate(since) : '–' });
    case 'incident-untold':
      return m.portfolio_raised_untold({ items: formatNumber(items), since: since ? formatDate(since) : '–' });
    case 'overdue-lines':
      return m.portfolio_raised_lines({ items: formatNumber(items), since: since ? formatDate(since) : '–' });
    case 'overdue-actions':
      return m.portfolio_raised_overdue({ items: formatNumber(items), since: since ? formatDate(since) : '–' });
    case 'alerts':
      return m.alerts_watch_raised({ count: items, since: since ? formatDate(since) : '–' });
    case 'band-worsened':
      return m.portfolio_raised_worsened({ was: bandName(was), since: since ? formatDate(since) : '–' });
    case 'access-revoked':
      return m.portfolio_raised_revoked({ items: formatNumber(items) });
    default:
      return words[code]();
  }
}
