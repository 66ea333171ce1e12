import { routesIn } from '../../declare';

const { indexAt, route } = routesIn('guest/findings');

export const findings = [indexAt('guest/findings/:shareId', 'findings.tsx'), route('guest/findings/:shareId/:findingId', 'finding.tsx')];
