import type { TenantDb } from '~/access/tenant-db.server';
import { covenantKindWord, frequencyWord, standingWord } from '~/features/monitoring/monitoring-words';
import { listCovenants } from '~/features/monitoring/read-covenants.server';
import { decisionWord } from '~/features/transaction/words';
import { m } from '~/paraglide/messages';
import type { LenderBlock } from '~/reports/lender-report/schema';
import { formatDate } from '~/ui/format';

/** What the committee made a condition, with the day. One query. */
export async function readConditions(db: TenantDb, { transactionId }: { transactionId: string }): Promise<LenderBlock[]> {
  const steps = await db.transactionStep.findMany({
    where: { transactionId, conditions: { not: '' } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { conditions: true, decision: true, at: true },
  });
  if (steps.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: m.diligence_conditions_title() },
    {
      kind: 'list',
      items: steps.map(({ conditions, decision, at }) => ({
        lead: `${formatDate(at)}${decision ? ` · ${decisionWord(decision)}` : ''}`,
        text: conditions,
      })),
    },
  ];
}

/** The covenants that have not ended: text, kind, how often tested, when next, how each stands. Four queries. */
export async function readCovenantBlocks(db: TenantDb, options: { transactionId: string; today: string }): Promise<LenderBlock[]> {
  const covenants = (await listCovenants(db, options)).filter(({ endedOn }) => endedOn === null);
  if (covenants.length === 0) return [];
  return [
    {
      kind: 'table',
      title: m.diligence_covenants_title(),
      size: 8,
      columns: [
        { label: m.diligence_column_covenant(), share: 42 },
        { label: m.diligence_column_kind(), share: 18 },
        { label: m.diligence_column_tested(), share: 13 },
        { label: m.diligence_column_next(), share: 13 },
        { label: m.diligence_column_standing(), share: 14 },
      ],
      rows: covenants.map(({ text, reference, kind, frequency, nextDueOn, standing }) => [
        { text, note: reference },
        covenantKindWord(kind),
        frequencyWord(frequency),
        nextDueOn === null ? '–' : formatDate(nextDueOn),
        standingWord(standing),
      ]),
    },
  ];
}
