import { routesIn } from '../../declare';

const { route } = routesIn('org/activity-log');

export const activityLog = [route('settings/activity', 'activity.tsx')];
