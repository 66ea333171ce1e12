import type { RememberedField } from '~/suppliers/classification/term-key';
import { m } from '~/paraglide/messages';
import { formatCountry } from '~/ui/format';
import type { ValueState } from './closed-fields';

const states: Record<ValueState, () => string> = {
  open: m.import_cleaning_closed_state_open,
  guess: m.import_cleaning_closed_state_guess,
  decided: m.import_cleaning_closed_state_decided,
  read: m.import_cleaning_closed_state_read,
};

/** Where a value is. */
export const stateLabel = (state: ValueState): string => states[state]();

/** A code of a closed list by name. `labels`: those of sectors, which come with the page. */
export function codeLabel(field: RememberedField, code: string, labels: Readonly<Record<string, string>>): string {
  if (field === 'country') return formatCountry(code);
  return field === 'tier' ? m.import_cleaning_closed_tier({ tier: code }) : (labels[code] ?? code);
}
