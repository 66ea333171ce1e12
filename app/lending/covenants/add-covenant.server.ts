import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { lockDeal } from '~/lending/deal-record/find-deal.server';
import { dateOf } from './find-covenant.server';
import { keepCovenantDue } from './keep-due.server';
import type { CovenantKind, Frequency, NoticeOf, Tester } from './covenant-lists';

export type CovenantFields = {
  kind: CovenantKind;
  text: string;
  reference: string;
  frequency: Frequency;
  /** YYYY-MM-DD */
  firstTestOn: string;
  tester: Tester;
  /** Both for a covenant to notify, neither for others. */
  noticeHours: number | null;
  noticeOf: NoticeOf | null;
};

export type CovenantAdded =
  | { kind: 'added'; covenantId: string; number: number }
  | { kind: 'unknown' }
  | { kind: 'refused'; code: 'loan-over' };

/** Database columns of the form. */
export const columnsOfCovenant = ({ firstTestOn, ...fields }: CovenantFields) => ({ ...fields, firstTestOn: dateOf(firstTestOn) });

/** A covenant as logged. */
export const loggedCovenantFields = (covenant: number, { kind: about, ...fields }: CovenantFields) => ({ covenant, about, ...fields });

/** Adds a covenant to an open deal; numbered within it. */
export async function addCovenant(
  db: TenantDb,
  fields: CovenantFields,
  options: { dealId: string; userId: string; now: Date },
): Promise<CovenantAdded> {
  const found = await lockDeal(db, options.dealId);
  if (!found) return { kind: 'unknown' };
  if (found.status === 'declined' || found.status === 'exited') return { kind: 'refused', code: 'loan-over' };
  const last = await db.covenant.aggregate({ where: { dealId: found.id }, _max: { number: true } });
  const number = (last._max.number ?? 0) + 1;
  const { id } = await db.covenant.create({
    data: { ...columnsOfCovenant(fields), dealId: found.id, number, createdById: options.userId, createdAt: options.now },
    select: { id: true },
  });
  await keepCovenantDue(db, id);
  await recordActivity(db, {
    recordKind: 'deal',
    recordId: found.id,
    act: 'add-covenant',
    userId: options.userId,
    after: loggedCovenantFields(number, fields),
  });
  return { kind: 'added', covenantId: id, number };
}
