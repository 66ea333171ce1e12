import { type Answers, type DefinitionReading, readStatisticalIndicators } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { checkRecord } from '~/audits/entries/check-record.server';
import { workedOf } from '~/audits/entries/definition';
import type { FoundAudit } from '~/audits/planning/find-audit.server';
import { currentByKey } from '~/audits/entries/read-record.server';

/** What the statistical definition reads (R14), without the edition of its list. */
export type StatisticalReading = Omit<DefinitionReading, 'vintage'>;

/**
 * The result of an audit's indicators by the statistical definition, on a day: from the record without zero-tolerance questions, the same for every reader.
 * Null for an audit without indicators.
 */
export async function statisticalReading(db: TenantDb, audit: FoundAudit, on: string): Promise<StatisticalReading | null> {
  const { signsId, screeningId } = audit;
  if (signsId === null || screeningId === null) return null;
  const { record, answers } = await checkRecord(db, audit);
  const given = [signsId, screeningId].flatMap((id) => [...(answers.get(id) ?? [])].map(([key, { value }]) => [key, value] as const));
  const worked = workedOf(currentByKey(record, 'element').get('work')?.value.state ?? null);
  const { vintage: _, ...reading } = readStatisticalIndicators({ asOf: on, worked, answers: Object.fromEntries(given) as Answers });
  return reading;
}
