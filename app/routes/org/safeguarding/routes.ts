import { routesIn } from '../../declare';

const { indexAt, route } = routesIn('org/safeguarding');

export const safeguarding = [
  indexAt('sensitive-cases', 'sensitive-cases.tsx'),
  route('sensitive-cases/:caseId', 'sensitive-case.tsx'),
  route('sensitive-cases/:caseId/export', 'sensitive-case-export.ts'),
  route('sensitive-cases/new', 'new-sensitive-case.tsx'),
];
