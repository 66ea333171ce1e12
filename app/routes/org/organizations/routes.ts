import { routesIn } from '../../declare';

const { route } = routesIn('org/organizations');

export const organizations = [
  route('demonstration/reset', 'reset-demonstration.tsx'),
  route('settings/certificate.pem', 'certificate-pem.ts'),
  route('settings/members', 'members.tsx'),
  route('settings/organization', 'organization.tsx'),
  route('settings/sessions', 'sessions.tsx'),
  route('tour', 'tour.tsx'),
];
