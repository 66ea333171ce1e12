import { routesIn } from '../../declare';

const { route } = routesIn('public/guest-link');

export const guestLink = [
  route('claim/:token', 'claim.tsx'),
  route('commission/:token', 'commission-offer.tsx'),
  route('m/:token', 'open-monitoring.tsx'),
  route('offer/:token', 'access-offer.tsx'),
  route('p/:token', 'open-esap.tsx'),
  route('r/:token', 'open-questionnaire.tsx'),
  route('s/:token', 'open-findings.tsx'),
];
