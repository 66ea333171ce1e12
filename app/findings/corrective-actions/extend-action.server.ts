import { query, readRows } from '~/access/sql/query.server';
import { asText, isPresent } from '~/access/sql/expressions.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import type { Proposer } from '~/platform/approvals/approval-kinds';
import { decideApproval, withdrawApproval } from '~/platform/approvals/decide-approval.server';
import { proposeApproval } from '~/platform/approvals/propose-approval.server';

export type ExtensionRefusal =
  | 'unknown-action'
  | 'withdrawn'
  | 'not-open'
  | 'already-asked'
  | 'reason-missing'
  | 'day-too-early'
  | 'own-request'
  | 'someone-elses'
  | 'already-decided';
export type Extended = { kind: 'done' } | { kind: 'refused'; code: ExtensionRefusal };

/** Asks for more time for an unfinished action: why, and until when. It moves nothing by itself. One request at a time. */
export async function askExtension(
  db: TenantDb,
  options: { actionId: string; reason: string; newDueOn: string; proposer?: Proposer; userId: string; now: Date },
): Promise<Extended> {
  const { actionId, newDueOn, proposer = 'member', userId, now } = options;
  const reason = options.reason.trim();
  // Locked, so that the action neither ends nor moves before the request is recorded.
  const [action] = await readRows(
    db,
    query
      .selectFrom('CorrectiveAction as a')
      .innerJoin('Finding as f', (join) => join.onRef('f.organizationId', '=', 'a.organizationId').onRef('f.id', '=', 'a.findingId'))
      .select(({ ref }) => ['a.status', asText(ref('a.dueOn')).as('dueOn'), isPresent(ref('f.withdrawnAt')).as('isWithdrawn')])
      .where('a.id', '=', actionId)
      .forUpdate('a'),
  );
  if (!action) return { kind: 'refused', code: 'unknown-action' };
  if (action.isWithdrawn) return { kind: 'refused', code: 'withdrawn' };
  if (action.status !== 'pending' && action.status !== 'in-progress') return { kind: 'refused', code: 'not-open' };
  if (reason === '') return { kind: 'refused', code: 'reason-missing' };
  if (newDueOn <= action.dueOn) return { kind: 'refused', code: 'day-too-early' };
  const payload = { oldDueOn: action.dueOn, newDueOn };
  const proposed = await proposeApproval(db, 'due-date-extension', { subjectId: actionId, payload, reason, proposer, userId, now });
  if (proposed.kind === 'refused') return { kind: 'refused', code: 'already-asked' };
  const after = { reason, dueOn: newDueOn };
  await recordActivity(db, { recordKind: 'corrective-action', recordId: actionId, act: 'ask-extension', userId, after });
  return { kind: 'done' };
}

export const extensionVerdicts = ['approved', 'rejected', 'withdrawn'] as const;
export type ExtensionVerdict = (typeof extensionVerdicts)[number];

const refusals = {
  unknown: 'unknown-action',
  'own-proposal': 'own-request',
  'not-proposer': 'someone-elses',
  'note-missing': 'reason-missing',
  'already-decided': 'already-decided',
  expired: 'already-decided',
} as const;

/** Decides on more time: another person approves, which moves the due day, or rejects; the member who asked may withdraw. */
export async function decideExtension(
  db: TenantDb,
  options: { extensionId: string; actionId: string; verdict: ExtensionVerdict; answer: string; userId: string; now: Date },
): Promise<Extended> {
  const { extensionId, actionId, verdict, answer, userId, now } = options;
  const of = { approvalId: extensionId, subjectId: actionId, userId, now };
  const done =
    verdict === 'withdrawn'
      ? await withdrawApproval(db, 'due-date-extension', of)
      : await decideApproval(db, 'due-date-extension', { ...of, state: verdict, note: answer.trim() });
  return done.kind === 'decided' ? { kind: 'done' } : { kind: 'refused', code: refusals[done.code] };
}
