import { routesIn } from '../../declare';

const { indexAt, route } = routesIn('org/documents');

export const documents = [indexAt('issued', 'issued-documents.tsx'), route('issued/:reportHash', 'issued-document.tsx')];
