import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { pastDayBounds } from '~/ui/day-bounds';
import { lockDeal } from '~/lending/deal-record/find-deal.server';

export type Agreed = { kind: 'agreed'; number: number } | { kind: 'unknown' } | { kind: 'refused'; code: AgreeRefusal };
export type AgreeRefusal = 'superseded' | 'already-agreed' | 'who-missing' | 'day-wrong' | 'is-declined';

export type Agreement = { name: string; function: string } & (
  | { how: 'link' }
  | { how: 'paper'; agreedOn: string; note: string; userId: string }
);

/**
 * Records the client's agreement to the newest version, with name and function: by its link today, or on paper on the day given by a member, from the day of
 * freezing until today. Of concurrent agreements the first counts.
 */
export async function agreeVersion(db: TenantDb, agreement: Agreement, options: { versionId: string; now: Date }): Promise<Agreed> {
  const id = z.guid().safeParse(options.versionId).data;
  const refused = (code: AgreeRefusal): Agreed => ({ kind: 'refused', code });
  const version = id
    ? await db.frozenDocument.findFirst({ where: { id, kind: 'esap' }, select: { id: true, version: true, dealId: true, issuedAt: true } })
    : null;
  if (!version?.dealId) return { kind: 'unknown' };
  const { dealId, version: number } = version;
  const found = await lockDeal(db, dealId);
  if (!found || found.status === 'declined' || found.status === 'exited') return refused('is-declined');
  const [name, role] = [agreement.name.trim(), agreement.function.trim()];
  if (name === '' || role === '') return refused('who-missing');
  const newer = await db.frozenDocument.count({ where: { kind: 'esap', dealId, version: { gt: number } } });
  if (newer > 0) return refused('superseded');
  if ((await db.esapAgreement.count({ where: { versionId: version.id } })) > 0) return refused('already-agreed');
  const today = options.now.toISOString().slice(0, 10);
  const agreedOn = agreement.how === 'paper' ? agreement.agreedOn : today;
  if (agreedOn > pastDayBounds(options.now).latest || agreedOn < version.issuedAt.toISOString().slice(0, 10)) return refused('day-wrong');
  const byUserId = agreement.how === 'paper' ? agreement.userId : null;
  await db.esapAgreement.create({
    data: {
      ...{ versionId: version.id, how: agreement.how, name, function: role, agreedOn: new Date(agreedOn), byUserId, at: options.now },
      note: agreement.how === 'paper' ? agreement.note.trim() : '',
    },
    select: { id: true },
  });
  await recordActivity(db, {
    recordKind: 'deal',
    recordId: dealId,
    act: agreement.how === 'paper' ? 'record-plan-agreement' : 'agree-plan',
    userId: byUserId ?? undefined,
    after: { planVersion: number, agreedBy: `${name}, ${role}`, agreedOn },
  });
  return { kind: 'agreed', number };
}
