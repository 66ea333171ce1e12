import type { OrderState } from '#scoring';

type Read = { state: OrderState; isFinding: boolean; isAssumed: boolean };

/** The status of an order, in the terms of Customs and of law firms; null for others. "Partially active" and a bare "modified" are in force for some. */
export function orderStateOf(cell: string): Read | null {
  const text = cell.toLowerCase().replace(/\s+/g, ' ').trim();
  const isFinding = /\bfinding\b/.test(text) && !/supersed|replac/.test(text);
  const as = (state: OrderState, isAssumed = false): Read => ({ state, isFinding, isAssumed });
  if (/^unknown\b/.test(text)) return as('unknown');
  if (/\b(inactive|revoked|terminated|rescinded|withdrawn|ended|lifted|closed)\b/.test(text)) return as('ended');
  if (/supersed|replac/.test(text)) return as('replaced');
  if (/imports? allowed|imports? permitted|admissible/.test(text)) return as('imports-allowed');
  if (/^partial/.test(text) || /\bactive\b|\bin[ -]force\b|\bin effect\b|^issued\b|^current\b/.test(text)) return as('in-force');
  if (/^modified\b/.test(text)) return as('in-force', true);
  return isFinding ? as('in-force') : null;
}
