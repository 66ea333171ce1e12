import { registerQueue } from '~/platform/queue/register-queue.server';
import { questionnaireQueue } from './queue-sources.server';

/** What the questionnaires district does for others. */
export function registerQuestionnaires(): void {
  registerQueue(questionnaireQueue);
}
