import { routesIn } from '../../declare';

const { route } = routesIn('public/account');

export const account = [
  route('account', 'account.tsx'),
  route('account/email/:token', 'confirm-email.tsx'),
  route('calendar/:token.ics', 'calendar-feed.ts'),
  route('unsubscribe/:token', 'unsubscribe.tsx'),
];
