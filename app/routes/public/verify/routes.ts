import { routesIn } from '../../declare';

const { route } = routesIn('public/verify');

export const verify = [route('verify', 'verify.tsx'), route('verify/:reportHash', 'document.tsx')];
