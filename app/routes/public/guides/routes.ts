import { routesIn } from '../../declare';

const { indexAt, route } = routesIn('public/guides');

export const guides = [
  indexAt('guides', 'guides.tsx'),
  indexAt('guides/:guide', 'guide.tsx'),
  route('guides/:guide/:page', 'guide-page.tsx'),
  route('guides/pictures/:name', 'guide-picture.ts'),
];
