import { m } from '~/paraglide/messages';
import { formatDate } from '~/ui/format';
import type { Format } from './formats';

const moves = {
  score: m.reference_tables_moves_score,
  alerts: m.reference_tables_moves_alerts,
  'country-pages': m.reference_tables_moves_pages,
};

/** What tables of a kind do. */
export const movesText = (what: Format['moves']): string => moves[what]();

/** The state of an edition with its day. Dates may have come as JSON. */
export function stateText(state: { code: string; at?: Date | string }): string {
  const date = state.at === undefined ? '' : formatDate(state.at);
  switch (state.code) {
    case 'in-force':
      return m.reference_tables_state_in_force({ date });
    case 'replaced':
      return m.reference_tables_state_replaced({ date });
    case 'withdrawn':
      return m.reference_tables_state_withdrawn({ date });
    default:
      return m.reference_tables_state_checked();
  }
}
