import { routesIn } from '../../declare';

const { route } = routesIn('org/platform');

export const platform = [
  route('changes', 'changes.tsx'),
  route('jobs/:runId', 'job.tsx'),
  route('jobs/:runId/progress', 'job-progress.ts'),
  route('notifications', 'notifications.tsx'),
  route('queue', 'queue.tsx'),
  route('queue/export', 'queue-export.ts'),
  route('search', 'search.ts'),
  route('settings/notifications', 'notification-settings.tsx'),
];
