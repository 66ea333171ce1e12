import { routesIn } from '../../declare';

const { indexAt, route } = routesIn('guest/monitoring');

export const monitoring = [indexAt('guest/monitoring/:dealId', 'reports.tsx'), route('guest/monitoring/:dealId/:periodFrom', 'report.tsx')];
