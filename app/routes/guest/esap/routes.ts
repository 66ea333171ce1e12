import { routesIn } from '../../declare';

const { route } = routesIn('guest/esap');

export const esap = [route('guest/esap/:versionId', 'version.tsx')];
