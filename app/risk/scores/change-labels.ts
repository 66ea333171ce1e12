import { m } from '~/paraglide/messages';
import { formatList } from '~/ui/format';
import type { ScoreChange } from './describe-changes';
import { factLabel, factValue } from './labels';

/** Up to so many facts are given with what they were and are; of more, the names alone. */
const mostMoves = 2;

function moveText({ field, from, to }: { field: string; from: string | number | null; to: string | number | null }): string {
  const text = (value: string | number | null) => (value === null ? m.shell_unknown() : factValue(field, value));
  return m.method_change_fact({ fact: factLabel(field), from: text(from), to: text(to) });
}

/** What changed from one score to the next, in a few words. */
export function changeLabel(change: ScoreChange): string {
  switch (change.kind) {
    case 'method':
      return change.isComparable
        ? m.method_change_method({ from: change.from, to: change.to })
        : m.scores_change_method({ from: change.from, to: change.to });
    case 'own-tables':
      return m.reference_tables_changed({ titles: change.titles.join(', ') });
    case 'tables':
      return m.method_change_tables({ tables: change.tables.join(', ') });
    case 'facts':
      return change.moves.length > mostMoves
        ? m.method_change_facts({ facts: change.fields.map(factLabel).join(', ') })
        : change.moves.map(moveText).join('; ');
    case 'answers':
      return m.method_change_answers({ count: change.count });
    case 'findings':
      return m.method_change_findings({ count: change.count });
    case 'overrides':
      return m.method_change_overrides({ codes: formatList(change.codes) });
    case 'liftings':
      return m.override_waivers_change({ count: change.count });
    case 'day':
      return m.method_change_day();
  }
}
