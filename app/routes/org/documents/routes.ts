import { routesIn } from '../../declare';

const { route } = routesIn('org/documents');

export const documents = [route('issued/:reportHash', 'issued-document.tsx')];
