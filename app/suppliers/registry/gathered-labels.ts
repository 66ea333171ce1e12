import type { FactOrigin, TraceNode } from '#scoring';
import { ledgerOfStep } from '~/documents/charts/ledger-of-step';
import { m } from '~/paraglide/messages';
import { formatCountry } from '~/ui/format';

/** From what a fact was gathered that is not recorded of the supplier itself: "From 2 sites"; null where it was recorded so. */
export function gatheredLabel({ sites = 0, recruiters = 0 }: FactOrigin = {}): string | null {
  const parts = [
    ...(sites === 0 ? [] : [m.suppliers_from_sites({ count: sites })]),
    ...(recruiters === 0 ? [] : [m.suppliers_from_recruiters({ count: recruiters })]),
  ];
  return parts.length === 0 ? null : parts.join(' · ');
}

/** The same of a step of the calculation; of months of pay also the corridor and the labour recruiter whose ledger says so. */
export function gatheredNote(node: TraceNode): string | null {
  const ledger = ledgerOfStep(node);
  if (ledger) return ledgerLabel(ledger);
  const { label } = node;
  const sites = Number(/; from (\d+) sites?/.exec(label)?.[1] ?? 0);
  const recruiters = Number(/; from (\d+) labour recruiters?$/.exec(label)?.[1] ?? 0);
  return gatheredLabel({ sites, recruiters });
}

/** "Nepal to Malaysia, ledger of Himal Overseas". */
export function ledgerLabel({ origin, destination, recruiter }: { origin: string; destination: string; recruiter: string }): string {
  return m.scores_ledger_of({ origin: formatCountry(origin), destination: formatCountry(destination), recruiter });
}

/** What a ledger says that the debt is read from: "Nepal to Malaysia, costs recorded for Himal Overseas: 3.2 months of pay". Null where no ledger says it. */
export function paidLabel(paid: { origin: string; destination: string; recruiter: string; months: number } | null): string | null {
  return paid && m.scores_ledger_paid({ ledger: ledgerLabel(paid), months: Math.round(paid.months * 10) / 10 });
}
