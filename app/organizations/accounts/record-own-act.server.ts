import type { RecordOwnAct } from '~/access/change-name.server';
import { recordActivity } from '~/platform/activity/record-activity.server';

/** The event that a member changed his own account, in one organization of his. */
export const recordOwnAct: RecordOwnAct = (db, { userId, ...act }) =>
  recordActivity(db, { recordKind: 'member', recordId: userId, userId, ...act });
