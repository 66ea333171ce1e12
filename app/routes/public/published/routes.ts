import { routesIn } from '../../declare';

const { route } = routesIn('public/published');

export const published = [route('published/:pageId', 'results-page.tsx')];
