import { registerDrawable } from '~/documents/verification/compare/redraw.server';
import { handleApproval } from '~/platform/approvals/approval-handlers.server';
import { handleEvent, handleQuery } from '~/platform/events/events.server';
import { handleJob } from '~/platform/jobs/job-handlers.server';
import { registerChanges } from '~/platform/changes/register-changes.server';
import { registerQueue } from '~/platform/queue/register-queue.server';
import { nameNotified } from '~/platform/notifications/name-records.server';
import { findNotices } from '~/platform/notifications/notification-sources.server';
import { alertNotices, nameAlerts } from './alerts/alert-notices.server';
import { riskChanges } from './change-sources.server';
import { riskQueue } from './queue-sources.server';
import { bandNotices, nameBandChanges } from './scores/band-notices.server';
import { nameScoreReports, scoreReportNotices } from './supplier-report/report-notices.server';

/** What the risk district does for others. The scores are loaded when first needed: they bring the tables of the method along. */
export function registerRisk(): void {
  handleEvent('score-inputs.changed', async (db, changed) => {
    const { scoreSuppliers } = await import('./scores/score-suppliers.server');
    await scoreSuppliers(db, changed);
  });
  handleEvent('audit.indicators-counted', async (db, { auditId, reading, ...override }) => {
    const { raiseOverride } = await import('./override-record/given-overrides.server');
    await raiseOverride(db, { ...override, signs: { auditId, lower: reading } });
  });
  handleQuery('score.computed', async (db, { partyId, asOf }) => {
    const { computeScore } = await import('./scores/compute-score.server');
    return computeScore(db, { partyId, asOf });
  });
  handleJob('score-all', () => import('./scores/score-all.job.server'));
  handleJob('place-suppliers', () => import('./scores/place-suppliers.job.server'));
  handleJob('compare-edition', () => import('./edition-effects/compare-edition.job.server'));
  registerDrawable('assessment', async () => (await import('./supplier-report/drawable.server')).assessmentDrawable);
  registerDrawable('list', async () => (await import('./supplier-report/drawable.server')).listDrawable);
  handleApproval('override-waiver', async () => (await import('./overrides/handle-waiver.server')).waiverHandler);
  registerQueue(riskQueue);
  registerChanges(riskChanges);
  findNotices(alertNotices);
  nameNotified(['alert-raised', 'followed-alert'], nameAlerts);
  findNotices(bandNotices);
  nameNotified(['band-changed'], nameBandChanges);
  findNotices(scoreReportNotices);
  nameNotified(['score-report-ready'], nameScoreReports);
}
