import { routesIn } from '../../declare';

const { index, route } = routesIn('org/shell');

export const shell = [index('home.tsx'), route('find', 'find.tsx')];
