import { handleEvent } from '~/platform/events/events.server';
import { handleJob } from '~/platform/jobs/job-handlers.server';
import { registerChanges } from '~/platform/changes/register-changes.server';
import { registerQueue } from '~/platform/queue/register-queue.server';
import { nameNotified } from '~/platform/notifications/name-records.server';
import { findNotices } from '~/platform/notifications/notification-sources.server';
import { nameOverdue, nameResponses, responseNotices } from './requests/response-notices.server';
import { keepDoubts } from './answer-doubts/keep-doubts.server';
import { questionnaireChanges } from './change-sources.server';
import { questionnaireQueue } from './queue-sources.server';

/** What the questionnaires district does for others. */
export function registerQuestionnaires(): void {
  handleJob('send-campaign', () => import('./campaigns/send-campaign.job.server'));
  handleJob('remind-requests', () => import('./campaigns/remind-requests.job.server'));
  handleJob('move-due-days', () => import('./campaigns/move-due-days.job.server'));
  handleJob('prepare-file', () => import('./evidence/prepare-file.job.server'));
  handleJob('receive-answers', () => import('./requests/receive-answers.job.server'));
  handleEvent('response.taken-in', (db, { responseId }) => keepDoubts(db, responseId));
  registerQueue(questionnaireQueue);
  registerChanges(questionnaireChanges);
  findNotices(responseNotices);
  nameNotified(['response-received'], nameResponses);
  nameNotified(['request-overdue'], nameOverdue);
}
