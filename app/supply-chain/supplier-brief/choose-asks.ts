import type { VerdictPage } from '~/risk/supplier-verdict/read-verdict-page.server';
import { factLabel } from '~/risk/scores/labels';
import { isCertain } from '~/risk/supplier-verdict/choose-verdict';
import { howToFind } from '~/risk/supplier-verdict/labels';
import { banRank } from '~/suppliers/registry/alert-filters';
import { m } from '~/paraglide/messages';
import { formatDate } from '~/ui/format';
import type { OpenPoints } from './read-open-points.server';

type Known = Pick<VerdictPage, 'alerts' | 'upstream' | 'unknowns' | 'missing' | 'result'>;

/** Alerts of the supplier that are in force and were not dismissed. */
export const currentAlerts = ({ alerts }: Pick<VerdictPage, 'alerts'>) =>
  alerts.flatMap(({ status, ...alert }) => (alert.endedAt === null && status !== 'dismissed' ? [{ ...alert, status }] : []));

/** The import bans of those further up the chain that need no confirmation, the nearest first within a rank. */
export const bansUpstream = ({ upstream }: Pick<VerdictPage, 'upstream'>) =>
  upstream.filter((alert) => alert.rank <= banRank && isCertain(alert));

/** Whether questions about recruitment and freedom can harm workers: where labour is imposed by the state. */
export const isDangerousToAsk = (known: Pick<VerdictPage, 'alerts' | 'result'>): boolean =>
  currentAlerts(known).some((alert) => alert.kind === 'presumed-region' && isCertain(alert)) ||
  (known.result?.stateImposed.some(({ reason }) => reason === 'region') ?? false);

const alertAsks = {
  'presumed-region': () => m.supplier_brief_ask_origin(),
  'listed-entity': ({ subject }: { subject: string }) => m.supplier_brief_ask_entity({ subject }),
  'import-order': ({ subject }: { subject: string }) => m.supplier_brief_ask_order({ subject }),
} as const;
const isAsked = (kind: string): kind is keyof typeof alertAsks => Object.hasOwn(alertAsks, kind);

/**
 * What to ask the supplier, the most pressing first: about import bans, overdue actions, serious findings without a plan, a late questionnaire, and the unknowns
 * that would tell most. Where questions can harm workers, unknowns are asked of records only. Pure.
 */
export function chooseAsks(known: Known, { findings, overdue, questionnaireDueOn }: OpenPoints): string[] {
  const asked = currentAlerts(known).flatMap(({ kind, basis }) => (isAsked(kind) ? [alertAsks[kind](basis)] : []));
  const unplanned = findings.filter(({ grade, isPlanned }) => !isPlanned && (grade === 'critical' || grade === 'major'));
  const facts = [...known.missing, ...known.unknowns.map(({ field }) => field)];
  const ofRecords = isDangerousToAsk(known);
  return [
    ...new Set([
      ...asked,
      ...bansUpstream(known).map(({ name }) => m.supplier_brief_ask_upstream({ name })),
      ...overdue.map(({ title, dueOn }) => m.supplier_brief_ask_overdue({ title, date: formatDate(dueOn) })),
      ...unplanned.map(({ title }) => m.supplier_brief_ask_plan({ title })),
      ...(questionnaireDueOn === null ? [] : [m.supplier_brief_ask_questionnaire({ date: formatDate(questionnaireDueOn) })]),
      ...facts.map((field) =>
        ofRecords
          ? m.supplier_brief_ask_records({ fact: factLabel(field) })
          : m.supplier_brief_ask_fact({ fact: factLabel(field), how: howToFind(field) }),
      ),
    ]),
  ];
}
