import type { TenantDb } from '~/access/tenant-db.server';
import { askExtension, decideExtension } from '~/findings/corrective-actions/extend-action.server';
import { moveAction } from '~/findings/corrective-actions/move-action.server';
import { planAction } from '~/findings/corrective-actions/plan-action.server';
import { auditStory, type FindingStory, idOfQuestion } from './audit-story';
import { recordedOn } from './recorded-on';
import { onWorkingDay } from './working-days';

const day = 86_400_000;
type Followed = { auditId: string; ownerId: string; auditorId: string; now: Date };

/** Plans an action for each finding of the approved audit and moves it as the story says: the auditor reports, the owner verifies and grants. */
export async function followDemonstration(db: TenantDb, { auditId, ownerId, auditorId, now }: Followed): Promise<void> {
  const at = (days: number) => onWorkingDay(new Date(now.getTime() + days * day));
  const findings = await db.finding.findMany({ where: { auditId }, select: { id: true, question: true } });
  for (const { found, plan, became } of auditStory) {
    const findingId = idOfQuestion(findings, found.question);
    const planned = await planAction(recordedOn(db, at(-108)), {
      ...{ findingId, userId: auditorId, now: at(-108) },
      fields: {
        ...{ rootCause: found.rootCause ?? '', ownerMemberId: null, amountMinor: null, currency: null, people: null },
        ...{ agreedBy: 'Managing director', agreedOn: at(-108).toISOString().slice(0, 10) },
        ...plan,
      },
    });
    if (planned.kind === 'refused') throw new Error(`The demonstration could not plan an action: ${planned.code}`);
    const { actionId } = planned;
    // Its age is reckoned from the day it was planned.
    await db.correctiveAction.updateMany({ where: { id: actionId }, data: { createdAt: at(-108) } });
    await move(db, { actionId, became, ownerId, auditorId, at });
  }
}

type Move = { actionId: string; became: FindingStory['became']; ownerId: string; auditorId: string; at: (days: number) => Date };

async function move(db: TenantDb, { actionId, became, ownerId, auditorId, at }: Move): Promise<void> {
  const step = async (made: Parameters<typeof moveAction>[1]['step'], userId: string, days: number) => {
    const moved = await moveAction(recordedOn(db, at(days)), { actionId, step: made, userId, now: at(days) });
    if (moved.kind === 'refused') throw new Error(`The demonstration could not move an action: ${moved.code}`);
  };
  if (became.is === 'late') return;
  await step({ to: 'start' }, auditorId, -100);
  switch (became.is) {
    case 'begun':
      return;
    case 'verified':
      await step({ to: 'complete', note: became.done }, auditorId, -82);
      return step(
        {
          ...{ to: 'verify', seen: became.seen },
          basis: { on: at(-61).toISOString().slice(0, 10), methods: became.methods, interviews: became.interviews, audit: null },
        },
        ownerId,
        -61,
      );
    case 'extended': {
      const { dueOn } = await db.correctiveAction.findFirstOrThrow({ where: { id: actionId }, select: { dueOn: true } });
      const newDueOn = new Date(dueOn.getTime() + became.days * day).toISOString().slice(0, 10);
      await askExtension(recordedOn(db, at(-24)), { actionId, reason: became.why, newDueOn, userId: auditorId, now: at(-24) });
      const asked = await db.approval.findFirstOrThrow({ where: { actionId }, select: { id: true } });
      const granted = await decideExtension(recordedOn(db, at(-20)), {
        ...{ extensionId: asked.id, actionId, verdict: 'approved', answer: 'Two instalments were seen on pay slips', userId: ownerId },
        now: at(-20),
      });
      if (granted.kind === 'refused') throw new Error(`The demonstration could not grant more time: ${granted.code}`);
      return;
    }
    default:
      return became satisfies never;
  }
}
