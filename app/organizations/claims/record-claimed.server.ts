import type { OnClaimed } from '~/access/claims.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { ensureBuyer } from '~/suppliers/parties/ensure-buyer.server';

/** What a claim writes in the organization: its own node of the graph where it has none yet, and the event with the proof that was given. */
export const recordClaimed: OnClaimed = async (db, { organization, userId, proof }) => {
  await ensureBuyer(db);
  await recordActivity(db, {
    recordKind: 'organization',
    recordId: organization.id,
    act: 'claim',
    userId,
    after: { name: organization.name, proof },
  });
};
