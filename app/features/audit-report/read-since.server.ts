import { findingStatusSchema } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { actionKinds, actionStatuses, timescales, verifications } from '~/features/corrective-action/action-lists';
import type { FindingSince } from '~/reports/audit-report/arrange-findings';

const day = (date: Date) => date.toISOString().slice(0, 10);
const isKnown = <Word extends string>(words: readonly Word[], word: string): word is Word => words.some((each) => each === word);

/** What became of findings since they were opened: their state and what is done about each, the first planned first. Before the approval there are none. Two queries. */
export async function readSince(db: TenantDb, ids: readonly string[]): Promise<Map<string, FindingSince>> {
  const found = await db.finding.findMany({
    where: { id: { in: [...ids] } },
    select: {
      ...{ id: true, status: true, dueOn: true, verifiedAt: true },
      // How many people are repaid, and how much, is no matter of this report.
      actions: {
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        select: {
          ...{ kind: true, action: true, rootCause: true, owner: true, timescale: true, dueOn: true, verification: true },
          ...{ agreedBy: true, agreedOn: true, verificationSeen: true, verifiedAt: true, status: true },
        },
      },
    },
  });
  return new Map(
    found.map(({ id, status, dueOn, verifiedAt, actions }) => [
      id,
      {
        status: findingStatusSchema.safeParse(status).data ?? 'open',
        ...{ dueOn: dueOn && day(dueOn), verifiedOn: verifiedAt && day(verifiedAt), replies: [] },
        actions: actions.flatMap((action): FindingSince['actions'] => {
          const { kind, timescale, verification, status: state } = action;
          if (!isKnown(actionKinds, kind) || !isKnown(timescales, timescale)) return [];
          if (!isKnown(verifications, verification) || !isKnown(actionStatuses, state)) return [];
          return [
            {
              ...{ kind, timescale, verification, status: state, what: action.action, rootCause: action.rootCause },
              ...{ responsible: action.owner, dueOn: day(action.dueOn), agreedBy: action.agreedBy },
              ...{ agreedOn: action.agreedOn && day(action.agreedOn), evidence: action.verificationSeen },
              verifiedOn: action.verifiedAt && day(action.verifiedAt),
            },
          ];
        }),
      },
    ]),
  );
}
