import type { FindingStatus } from '#scoring';
import type { InOrganization } from '~/access/tenant-db.server';
import { publish } from '~/platform/events/events.server';
import { m } from '~/paraglide/messages';
import { moveFinding } from './move-finding.server';
import { statusLabel } from './labels';

type Acted = { kind: 'gone' } | { kind: 'told'; flash: { tone: 'success' | 'warning'; text: string } };

/** Shared by the findings list and page: moves a finding, scores its supplier in the same transaction, and returns the result. */
export async function handleMoveAction(
  { userId, inOrganization }: { userId: string; inOrganization: InOrganization },
  { findingId, to, now }: { findingId: string; to: FindingStatus; now: Date },
): Promise<Acted> {
  const moved = await inOrganization(async (db) => {
    const result = await moveFinding(db, { findingId, to, userId, now });
    if (result.kind === 'moved')
      await publish(db, 'score-inputs.changed', { partyIds: [result.partyId], asOf: now.toISOString().slice(0, 10), userId });
    return result;
  });
  if (moved.kind === 'moved') return { kind: 'told', flash: { tone: 'success', text: m.method_moved({ status: statusLabel(to) }) } };
  const refused = (text: string): Acted => ({ kind: 'told', flash: { tone: 'warning', text } });
  switch (moved.code) {
    case 'unknown-finding':
      return { kind: 'gone' };
    case 'follows-actions':
      return refused(m.corrective_actions_follow_rule());
    case 'withdrawn':
      return refused(m.corrective_actions_refused_withdrawn());
    default:
      return refused(m.method_move_refused());
  }
}
