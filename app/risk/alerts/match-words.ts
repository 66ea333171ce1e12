import type { EnforcementMatch, MatchReason } from '#scoring';
import { m } from '~/paraglide/messages';

const reasons: Record<MatchReason, (given: string, matched: string) => string> = {
  name: (given) => m.suppliers_match_name({ given }),
  'folded-name': (given, matched) => m.suppliers_match_folded({ given, matched }),
  alias: (given) => m.suppliers_match_alias({ given }),
  'folded-alias': (given, matched) => m.suppliers_match_folded_alias({ given, matched }),
  good: (given) => m.suppliers_match_good({ given }),
  inputs: (given) => m.suppliers_match_inputs({ given }),
  chapter: (given, matched) => m.alerts_why_chapter({ given, matched }),
  'country-and-sector': (given) => m.suppliers_match_sector({ given }),
  'country-and-product': (given) => m.suppliers_match_product({ given }),
};

/** Why an entry was found, in a sentence. */
export const matchText = (reason: MatchReason, given: string, matched: string): string => reasons[reason](given, matched);

/** "child and forced labour" */
export function labourText(labour: EnforcementMatch['labour']): string {
  if (labour.length === 2) return m.suppliers_labour_both();
  return labour[0] === 'child' ? m.suppliers_labour_child() : m.suppliers_labour_forced();
}
