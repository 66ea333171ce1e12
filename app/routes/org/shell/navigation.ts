import type { Permission } from '~/access/permissions';
import { m } from '~/paraglide/messages';
import type { IconName } from '~/ui/icon';

/** `alsoUnder`: addresses of pages that belong to the item without being under its path. */
export type Place = { to: string; label: string; icon: IconName; end?: boolean; alsoUnder?: readonly string[] };
export type PlaceGroup = { key: string; label: string | null; places: Place[] };

type Offer = Omit<Place, 'label'> & { label: () => string; needs: Permission | null };

const work: Offer[] = [
  { to: '', label: m.shell_nav_home, icon: 'home', end: true, needs: null },
  {
    to: '/suppliers',
    label: m.shell_nav_suppliers,
    icon: 'suppliers',
    needs: 'read:supplier',
    alsoUnder: ['/sites', '/sources', '/score-all', '/what-if', '/alerts'],
  },
  { to: '/labour-recruiters', label: m.supply_links_nav_providers, icon: 'user', needs: 'read:supplier' },
  { to: '/map', label: m.shell_nav_map, icon: 'map', needs: 'read:supplier', alsoUnder: ['/supply-chain', '/inherited-risk'] },
  { to: '/responses', label: m.shell_nav_assessments, icon: 'assessment', needs: 'read:response' },
  { to: '/requests', label: m.requests_nav, icon: 'link', needs: 'read:response', alsoUnder: ['/campaigns'] },
  { to: '/audits', label: m.audits_nav, icon: 'audit', needs: 'read:audit' },
  { to: '/templates', label: m.builder_nav, icon: 'edit', needs: 'read:response' },
  { to: '/findings', label: m.shell_nav_findings, icon: 'finding', needs: 'read:finding' },
  // The same whether there is one or not.
  { to: '/sensitive-cases', label: m.sensitive_cases_nav, icon: 'lock', needs: 'open:sensitive-case' },
  { to: '/corrective-actions', label: m.corrective_actions_title, icon: 'check', needs: 'read:finding' },
  { to: '/deals', label: m.deals_nav, icon: 'organization', needs: 'read:deal' },
  { to: '/portfolio', label: m.portfolio_title, icon: 'method', needs: 'read:deal' },
  { to: '/suppliers/import', label: m.shell_nav_import, icon: 'import', needs: 'import:supplier' },
];

/** What crosses to other organizations, in both directions. */
const sharing: Offer[] = [
  { to: '/received-requests', label: m.shared_access_received_nav, icon: 'assessment', needs: 'read:response' },
  { to: '/shared-access', label: m.shared_access_grants_nav, icon: 'external', needs: 'read:response' },
  { to: '/shared-with-us', label: m.shared_access_shared_nav, icon: 'download', needs: 'read:response' },
  { to: '/access-log', label: m.shared_access_log_nav, icon: 'info', needs: 'read:response' },
];

const settings: Offer[] = [
  { to: '/settings/members', label: m.shell_nav_members, icon: 'user', needs: 'read:member' },
  { to: '/settings/organization', label: m.shell_nav_organization, icon: 'organization', needs: 'read:organization' },
  { to: '/settings/reference-tables', label: m.reference_tables_nav, icon: 'method', needs: 'read:supplier' },
  { to: '/settings/activity', label: m.shell_nav_activity, icon: 'edit', needs: 'read:activity' },
  { to: '/settings/sessions', label: m.shell_nav_sessions, icon: 'settings', needs: null },
];

/** Lenders and audit firms begin with what they judge; companies with their chain. */
const orderByKind: Record<string, readonly string[]> = {
  'audit-firm': [
    '',
    '/audits',
    '/responses',
    '/requests',
    '/templates',
    '/findings',
    '/sensitive-cases',
    '/corrective-actions',
    '/suppliers',
    '/labour-recruiters',
    '/map',
    '/deals',
    '/portfolio',
    '/suppliers/import',
  ],
  lender: [
    '',
    '/portfolio',
    '/deals',
    '/suppliers',
    '/audits',
    '/responses',
    '/requests',
    '/templates',
    '/findings',
    '/sensitive-cases',
    '/corrective-actions',
    '/labour-recruiters',
    '/map',
    '/suppliers/import',
  ],
};

/** The places of an organization that this person may enter, in the order of its kind. */
export function placesOf({ slug, kind, can }: { slug: string; kind: string; can: (permission: Permission) => boolean }): PlaceGroup[] {
  const base = `/o/${slug}`;
  const offered = (offers: Offer[]) =>
    offers
      .filter(({ needs }) => needs === null || can(needs))
      .map(
        ({ needs: _, label, to, alsoUnder, ...rest }): Place => ({
          ...rest,
          to: base + to,
          label: label(),
          ...(alsoUnder ? { alsoUnder: alsoUnder.map((each) => base + each) } : {}),
        }),
      );
  const order = orderByKind[kind];
  const sorted = order ? [...work].sort((a, b) => order.indexOf(a.to) - order.indexOf(b.to)) : work;
  return [
    { key: 'work', label: null, places: offered(sorted) },
    { key: 'sharing', label: m.shared_access_nav_group(), places: offered(sharing) },
    { key: 'method', label: null, places: [{ to: '/methodology', label: m.shell_nav_method(), icon: 'method' }] },
    {
      key: 'settings',
      label: m.shell_nav_settings(),
      places: [...offered(settings), { to: '/account', label: m.shell_account_settings(), icon: 'user' }],
    },
  ];
}
