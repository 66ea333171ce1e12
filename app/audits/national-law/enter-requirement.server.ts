import { lawTopicOf } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import type { RequirementValue } from './entered-requirement';

type Entering = { userId: string; country: string; auditId: string | null; corrects?: string | null; id?: string; topic?: string };

/** Keeps a requirement for the country. A correction is a row of its own, which takes the place of the one that it corrects. */
export async function enterRequirement(db: TenantDb, value: RequirementValue, entering: Entering): Promise<{ id: string }> {
  const { userId, country, auditId, corrects = null } = entering;
  const topic = entering.topic ?? (value.question === null ? 'other' : (lawTopicOf(value.question) ?? 'other'));
  const { id } = await db.enteredRequirement.create({
    data: {
      ...(entering.id === undefined ? {} : { id: entering.id }),
      ...{ iso2: country, topic, question: value.question, text: value.text, law: value.law, article: value.article, url: value.url },
      ...{ readOn: new Date(value.readOn), validFrom: value.validFrom === null ? null : new Date(value.validFrom) },
      ...{ limitKind: value.limit?.kind ?? null, limitValue: value.limit?.value ?? null, limitCurrency: value.limit?.currency ?? null },
      ...{ auditId, correctsId: corrects, enteredById: userId },
    },
    select: { id: true },
  });
  await recordActivity(db, { ...actOf(country, userId), act: 'enter-requirement', after: { requirement: value.text, law: value.law } });
  return { id };
}

export type RequirementRefusal = 'unknown' | 'same-person' | 'already-confirmed' | 'already-withdrawn' | 'no-reason';

/** A second person has read the source and found the same. The organization's thresholds use it from then on. */
export function confirmRequirement(db: TenantDb, options: { id: string; userId: string }): Promise<RequirementRefusal | null> {
  return decide(db, options, async (row) => {
    if (row.confirmedAt !== null) return 'already-confirmed';
    if (row.enteredById === options.userId) return 'same-person';
    await db.enteredRequirement.updateMany({ where: { id: row.id }, data: { confirmedById: options.userId, confirmedAt: new Date() } });
    await recordActivity(db, { ...actOf(row.iso2, options.userId), act: 'confirm-requirement', after: { requirement: row.text } });
    return null;
  });
}

/** Withdraws a requirement with the reason. It stays readable, and is shown beside no question any more. */
export function withdrawRequirement(
  db: TenantDb,
  options: { id: string; userId: string; reason: string },
): Promise<RequirementRefusal | null> {
  return decide(db, options, async (row) => {
    const reason = options.reason.trim().slice(0, 500);
    if (reason === '') return 'no-reason';
    const data = { withdrawnById: options.userId, withdrawnAt: new Date(), withdrawnReason: reason };
    await db.enteredRequirement.updateMany({ where: { id: row.id }, data });
    await recordActivity(db, { ...actOf(row.iso2, options.userId), act: 'withdraw-requirement', after: { requirement: row.text, reason } });
    return null;
  });
}

type Row = { id: string; iso2: string; text: string; enteredById: string; confirmedAt: Date | null; withdrawnAt: Date | null };

async function decide(
  db: TenantDb,
  { id }: { id: string },
  act: (row: Row) => Promise<RequirementRefusal | null>,
): Promise<RequirementRefusal | null> {
  const select = { id: true, iso2: true, text: true, enteredById: true, confirmedAt: true, withdrawnAt: true } as const;
  const row = await db.enteredRequirement.findFirst({ where: { id }, select });
  if (!row) return 'unknown';
  return row.withdrawnAt === null ? act(row) : 'already-withdrawn';
}

const actOf = (country: string, userId: string) => ({ recordKind: 'national-law', recordId: country, userId });
