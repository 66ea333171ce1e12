import { m } from '~/paraglide/messages';
import type { Category } from '~/lending/deal-record/states';
import { monthsAfter } from './due-days';
import type { CovenantFields } from './add-covenant.server';
import { criticalNoticeHours } from './covenant-lists';

type Usual = Omit<CovenantFields, 'reference' | 'firstTestOn'> & { key: string; firstInMonths: number };

/**
 * The covenants that lenders usually agree on (EQ8) with labour additions: drafts to adapt to the loan agreement. Reporting is more frequent the higher the
 * category. Texts in the reader's language.
 */
export function usualCovenants(category: Category | null): Usual[] {
  const none = { noticeHours: null, noticeOf: null };
  const report =
    category === 'A'
      ? ({ frequency: 'quarterly', firstInMonths: 3 } as const)
      : category === 'B'
        ? ({ frequency: 'half-yearly', firstInMonths: 6 } as const)
        : ({ frequency: 'yearly', firstInMonths: 12 } as const);
  const yearly = { frequency: 'yearly', firstInMonths: 12 } as const;
  const half = { frequency: 'half-yearly', firstInMonths: 6 } as const;
  const quarter = { frequency: 'quarterly', firstInMonths: 3 } as const;
  return [
    { key: 'law', kind: 'law', text: m.monitoring_usual_law(), tester: 'client', ...yearly, ...none },
    { key: 'esmp', kind: 'esmp', text: m.monitoring_usual_esmp(), tester: 'consultant', ...half, ...none },
    { key: 'plan', kind: 'action-plan', text: m.monitoring_usual_plan(), tester: 'lender', ...quarter, ...none },
    { key: 'reporting', kind: 'reporting', text: m.monitoring_usual_reporting(), tester: 'lender', ...report, ...none },
    {
      key: 'incident',
      kind: 'notification',
      text: m.monitoring_usual_incident(),
      tester: 'lender',
      ...yearly,
      noticeHours: 72,
      noticeOf: 'any',
    },
    {
      key: 'grave',
      kind: 'notification',
      text: m.monitoring_usual_grave(),
      tester: 'lender',
      ...yearly,
      noticeHours: criticalNoticeHours,
      noticeOf: 'grave',
    },
    { key: 'access', kind: 'access', text: m.monitoring_usual_access(), tester: 'lender', ...yearly, ...none },
    { key: 'flow', kind: 'flow-down', text: m.monitoring_usual_flow(), tester: 'consultant', ...half, ...none },
    { key: 'fees', kind: 'fee-repayment', text: m.monitoring_usual_fees(), tester: 'consultant', ...quarter, ...none },
    { key: 'papers', kind: 'law', text: m.monitoring_usual_papers(), tester: 'consultant', ...half, ...none },
    { key: 'trace', kind: 'traceability', text: m.monitoring_usual_trace(), tester: 'lender', ...half, ...none },
    { key: 'camp', kind: 'camp-standard', text: m.monitoring_usual_camp(), tester: 'consultant', ...quarter, ...none },
    {
      key: 'end',
      kind: 'decommissioning',
      text: m.monitoring_usual_end(),
      tester: 'lender',
      frequency: 'once',
      firstInMonths: 12,
      ...none,
    },
  ];
}

/** A usual covenant as it is added on a day; null for a key that is none. */
export function usualCovenant(key: string, { category, today }: { category: Category | null; today: string }): CovenantFields | null {
  const found = usualCovenants(category).find((usual) => usual.key === key);
  if (!found) return null;
  const { key: _, firstInMonths, ...fields } = found;
  return { ...fields, reference: '', firstTestOn: monthsAfter(today, firstInMonths) };
}
