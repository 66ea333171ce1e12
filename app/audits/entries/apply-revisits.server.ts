import type { VerificationMethod } from '#scoring';
import { type GivenBasis, type LookedAtMethod, lookedAtMethods } from '~/findings/corrective-actions/verification-basis';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { moveAction } from '~/findings/corrective-actions/move-action.server';
import type { RevisitStatus } from '~/audits/planning/states';
import type { FoundAudit } from '~/audits/planning/find-audit.server';
import { findingsOf } from './earlier-findings.server';
import { readRecord, currentByKey } from './read-record.server';

type Who = {
  /** Who concluded the audit, and who approved it. */
  concludedById: string;
  userId: string;
  now: Date;
};

/**
 * Applies the audit's revisits to earlier findings on approval. Closed: corrective actions are completed in the name of the person who concluded, and verified
 * by the approver as far as their verification method allows. Open or worse: completed actions are reopened. A finding without actions changes status itself.
 * Findings withdrawn meanwhile are left unchanged.
 */
export async function applyRevisits(db: TenantDb, audit: FoundAudit, who: Who): Promise<void> {
  const revisits = [...currentByKey(await readRecord(db, audit), 'revisit')].flatMap(([id, { value }]) =>
    value.standing ? [{ id, standing: value.standing, seen: value.seen, basis: basisOf(audit, value.methods, who.now) }] : [],
  );
  const known = await findingsOf(db, { partyId: audit.partyId, ids: revisits.map(({ id }) => id) });
  const actions = await db.correctiveAction.findMany({
    where: { findingId: { in: [...known] } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, findingId: true, status: true },
  });
  for (const revisit of revisits.filter(({ id }) => known.has(id))) {
    const own = actions.filter(({ findingId }) => findingId === revisit.id);
    if (own.length === 0) await moveItself(db, revisit, who);
    for (const { id, status } of own) await moveItsAction(db, { ...revisit, actionId: id, status }, who);
  }
}

type RecordedRevisit = { id: string; standing: RevisitStatus; seen: string; basis: GivenBasis };

/** The audit is what was looked at: its record has the documents, pictures and interviews. */
const basisOf = ({ number }: FoundAudit, methods: readonly VerificationMethod[], now: Date): GivenBasis => ({
  ...{ on: now.toISOString().slice(0, 10), interviews: null, audit: number },
  methods: lookedAtMethods.filter((each) => methods.some((method) => lookedAt[method] === each)),
});
const lookedAt = {
  documents: 'documents',
  workers: 'interviews',
  management: 'interviews',
  'worker-representatives': 'interviews',
  observation: 'observation',
} as const satisfies Record<VerificationMethod, LookedAtMethod>;

async function moveItself(db: TenantDb, { id, standing, seen }: RecordedRevisit, { userId, now }: Who): Promise<void> {
  const finding = await db.finding.findFirst({ where: { id }, select: { status: true } });
  const to = standing === 'closed' ? 'verified' : 'open';
  // A plan that was agreed and is not done yet stays agreed.
  const isThere = finding?.status === to || (to === 'open' && finding?.status === 'plan-agreed');
  if (!finding || isThere) return;
  await db.finding.updateMany({ where: { id }, data: { status: to, verifiedAt: to === 'verified' ? now : null } });
  await recordActivity(db, {
    ...{ recordKind: 'finding', recordId: id, act: 'move', userId },
    before: { status: finding.status },
    after: { status: to, verificationSeen: seen },
  });
}

async function moveItsAction(db: TenantDb, options: RecordedRevisit & { actionId: string; status: string }, who: Who): Promise<void> {
  const { actionId, status, seen } = options;
  const { concludedById, userId, now } = who;
  if (options.standing === 'closed') {
    if (status === 'pending' || status === 'in-progress')
      await moveAction(db, { actionId, step: { to: 'complete', note: seen }, userId: concludedById, now });
    if (status !== 'verified') await moveAction(db, { actionId, step: { to: 'verify', seen, basis: options.basis }, userId, now });
    return;
  }
  if (status !== 'completed' && status !== 'verified') return;
  await moveAction(db, { actionId, step: { to: 'reopen', reason: seen || options.standing }, userId, now });
}
