import { routesIn } from '../../declare';

const { indexAt, route } = routesIn('guest/monitoring');

export const monitoring = [
  indexAt('guest/monitoring/:transactionId', 'reports.tsx'),
  route('guest/monitoring/:transactionId/:periodFrom', 'report.tsx'),
];
