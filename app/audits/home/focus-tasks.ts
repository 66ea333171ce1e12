import type { InherentLine } from '#scoring';
import type { FocusItem } from '~/audits/planning/focus';
import { overrideLabel } from '~/documents/charts/labels';
import { gradeLabel } from '~/findings/findings/labels';
import { m } from '~/paraglide/messages';
import { formatList } from '~/ui/format';

/** What to check on site where a fact is known and raises the risk. Country, sector and region are no focus: an audit cannot examine them. */
const checks: Partial<Record<InherentLine, () => string>> = {
  migrant: m.auditor_home_check_migrant,
  'internal-migrant': m.auditor_home_check_internal_migrant,
  debt: m.auditor_home_check_debt,
  agency: m.auditor_home_check_agency,
  subcontracting: m.auditor_home_check_subcontracting,
  housing: m.auditor_home_check_housing,
  seasonal: m.auditor_home_check_seasonal,
  vulnerable: m.auditor_home_check_vulnerable,
  voice: m.auditor_home_check_voice,
};

/** What to ask where a fact is unknown. */
const questions: Partial<Record<InherentLine, () => string>> = {
  product: m.auditor_home_ask_product,
  migrant: m.auditor_home_ask_migrant,
  'internal-migrant': m.auditor_home_ask_internal_migrant,
  debt: m.auditor_home_ask_debt,
  agency: m.auditor_home_ask_agency,
  subcontracting: m.auditor_home_ask_subcontracting,
  housing: m.auditor_home_ask_housing,
  seasonal: m.auditor_home_ask_seasonal,
  vulnerable: m.auditor_home_ask_vulnerable,
  voice: m.auditor_home_ask_voice,
};

/** A focus area as what to check or ask on site; null for one that an audit cannot examine. */
export function focusTask(item: FocusItem, { products }: { products: readonly string[] }): string | null {
  switch (item.kind) {
    case 'override':
      return m.auditor_home_check_override({ text: overrideLabel(item.code) });
    case 'finding':
      return m.auditor_home_check_finding({ grade: gradeLabel(item.grade), text: item.text });
    case 'contradiction':
      return m.auditor_home_check_contradiction({ text: item.text });
    case 'component':
      if (item.id !== 'product') return checks[item.id]?.() ?? null;
      return products.length > 0
        ? m.auditor_home_check_product({ products: formatList(products.slice(0, 3)) })
        : m.auditor_home_check_product_unnamed();
    case 'unknown':
      return questions[item.id]?.() ?? null;
  }
}
