import type { TraceNode } from '#scoring';
import { findLedgerStep, ledgerOfStep } from '~/documents/charts/ledger-of-step';
import { m } from '~/paraglide/messages';
import type { MemberLocale } from '~/locales/member-locales';
import { countryLabel, isolate } from '~/documents/pdf/labels';

type Say = { locale: MemberLocale };

/** Whose ledger the months of pay were read from, and of which corridor; null for every other step. */
export function ledgerLabel(node: TraceNode, say: Say): string | null {
  const ledger = ledgerOfStep(node);
  if (!ledger) return null;
  const { origin, destination, recruiter } = ledger;
  return m.scores_ledger_of(
    { origin: countryLabel(origin, say), destination: countryLabel(destination, say), recruiter: isolate(recruiter) },
    say,
  );
}

/** The same with the months of pay, of a whole calculation: "Nepal to Malaysia, costs recorded for Himal Overseas: 3.2 months of pay". Null where no ledger was read. */
export function paidLabel(trace: TraceNode, say: Say): string | null {
  const step = findLedgerStep(trace);
  const ledger = step && ledgerLabel(step, say);
  return ledger && typeof step.value === 'number' ? m.scores_ledger_paid({ ledger, months: Math.round(step.value * 10) / 10 }, say) : null;
}
