import { forOrganization } from '~/access/tenant-db.server';
import { sendReminders } from './send-reminders.server';
import { followRun } from '~/platform/jobs/follow-run.server';
import { readRun } from '~/platform/jobs/read-run.server';
import type { JobOrder } from '~/platform/jobs/enqueue.server';

/** Sends the reminders that are wanted in the run’s campaign. */
export async function run(payload: JobOrder): Promise<void> {
  const inOrganization = forOrganization({ organizationId: payload.organizationId, userId: payload.userId });
  const campaignId = (await inOrganization((db) => readRun(db, payload.runId)))?.subjectId;
  if (!campaignId) return;
  await followRun(inOrganization, payload, async (report) => ({
    result: await sendReminders(inOrganization, { campaignId, report }),
  }));
}
