import { routesIn } from '../../declare';

const { route } = routesIn('org/platform');

export const platform = [
  route('jobs/:runId', 'job.tsx'),
  route('jobs/:runId/progress', 'job-progress.ts'),
  route('notifications', 'notifications.tsx'),
  route('search', 'search.ts'),
  route('settings/notifications', 'notification-settings.tsx'),
];
