import { routesIn } from '../../declare';

const { index } = routesIn('org/shell');

export const shell = [index('home.tsx')];
