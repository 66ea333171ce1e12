import { routesIn } from '../../declare';

const { indexAt, route } = routesIn('public/translations');

export const translations = [indexAt('translations', 'translations.tsx'), route('translations/:instrumentKey/:locale', 'translation.tsx')];
