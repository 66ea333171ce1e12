import { routesIn } from '../../declare';

const { index, route } = routesIn('public/front');

export const front = [
  index('front.tsx'),
  route('*', 'not-found.tsx'),
  route('demonstration', 'demonstration.tsx'),
  route('glossary', 'glossary.tsx'),
  route('language', 'language.tsx'),
  route('sample-report.pdf', 'sample-report.ts'),
  route('theme', 'theme.tsx'),
];
