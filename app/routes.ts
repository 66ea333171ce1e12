import type { DeclaredRoute } from './routes/declare';
import { front } from './routes/public/front/routes';
import { guides } from './routes/public/guides/routes';
import { signIn } from './routes/public/sign-in/routes';
import { account } from './routes/public/account/routes';
import { methodology } from './routes/public/methodology/routes';
import { verify } from './routes/public/verify/routes';
import { published } from './routes/public/published/routes';
import { translations } from './routes/public/translations/routes';
import { guestLink } from './routes/public/guest-link/routes';
import { questionnaire as questionnaireGuest } from './routes/guest/questionnaire/routes';
import { findings as findingsGuest } from './routes/guest/findings/routes';
import { esap as esapGuest } from './routes/guest/esap/routes';
import { monitoring as monitoringGuest } from './routes/guest/monitoring/routes';
import { shell } from './routes/org/shell/routes';
import { suppliers } from './routes/org/suppliers/routes';
import { questionnaires } from './routes/org/questionnaires/routes';
import { findings } from './routes/org/findings/routes';
import { audits, auditsOutsideFrame } from './routes/org/audits/routes';
import { risk } from './routes/org/risk/routes';
import { supplyChain } from './routes/org/supply-chain/routes';
import { sharing } from './routes/org/sharing/routes';
import { safeguarding } from './routes/org/safeguarding/routes';
import { lending } from './routes/org/lending/routes';
import { documents } from './routes/org/documents/routes';
import { organizations } from './routes/org/organizations/routes';
import { platform } from './routes/org/platform/routes';
import { activityLog } from './routes/org/activity-log/routes';

/** Every address of the application, folder by folder. Addresses of earlier versions: `routes/public/front/redirects.ts`. */
export default [
  ...front,
  ...guides,
  ...signIn,
  ...account,
  ...methodology,
  ...verify,
  ...published,
  ...translations,
  ...guestLink,
  ...questionnaireGuest,
  ...findingsGuest,
  ...esapGuest,
  ...monitoringGuest,
  ...auditsOutsideFrame,
  {
    path: 'o/:orgSlug',
    file: 'routes/org/shell/layout.tsx',
    children: [
      ...shell,
      ...suppliers,
      ...questionnaires,
      ...findings,
      ...audits,
      ...risk,
      ...supplyChain,
      ...sharing,
      ...safeguarding,
      ...lending,
      ...documents,
      ...organizations,
      ...platform,
      ...activityLog,
    ],
  },
] satisfies DeclaredRoute[];
