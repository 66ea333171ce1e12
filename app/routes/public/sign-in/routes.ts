import { routesIn } from '../../declare';

const { route } = routesIn('public/sign-in');

export const signIn = [
  route('join/:inviteToken', 'join.tsx'),
  route('sign-in', 'sign-in.tsx'),
  route('sign-in/link', 'request-link.tsx'),
  route('sign-in/link/:token', 'open-link.tsx'),
  route('sign-out', 'sign-out.tsx'),
  route('sign-up', 'sign-up.tsx'),
];
