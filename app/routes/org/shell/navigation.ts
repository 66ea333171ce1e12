import type { Permission } from '~/access/permissions';
import type { OrganizationKind } from '~/access/sign-up.server';
import { m } from '~/paraglide/messages';
import type { IconName } from '~/ui/icon';

/** One page of a subject, for those with the permission. */
type View = { to: string; label: () => string; needs: Permission };

type Subject = {
  label: () => string;
  /** For the bar of a narrow screen, where the label is too long. */
  short?: () => string;
  icon: IconName;
  /** The first that a member may open is the page of the entry. With more than one they are tabs beside the title. */
  views: readonly View[];
  /** Addresses of pages that belong to the entry without being below the addresses of its views. */
  alsoUnder?: readonly string[];
};

const home: Subject = { label: m.shell_nav_home, icon: 'home', views: [{ to: '', label: m.shell_nav_home, needs: 'read:organization' }] };

const supplierViews: readonly View[] = [
  { to: '/suppliers', label: m.shell_view_list, needs: 'read:supplier' },
  { to: '/map', label: m.shell_nav_map, needs: 'read:supplier' },
  { to: '/labour-recruiters', label: m.supply_links_nav_providers, needs: 'read:supplier' },
  { to: '/alerts', label: m.alerts_title, needs: 'read:supplier' },
  { to: '/suppliers/import', label: m.shell_nav_import, needs: 'import:supplier' },
];
const underSuppliers = ['/sites', '/sources', '/score-all', '/what-if', '/supply-chain', '/inherited-risk'];

const receivedView: View = { to: '/received-requests', label: m.shell_view_received, needs: 'read:response' };

const subjects = {
  home,
  suppliers: { label: m.shell_nav_suppliers, icon: 'suppliers', views: supplierViews, alsoUnder: underSuppliers },
  clients: {
    label: m.shell_nav_clients,
    short: m.shell_nav_clients_short,
    icon: 'organization',
    views: [
      { to: '/commissions', label: m.commissions_title, needs: 'read:commission' },
      { to: '/clients', label: m.commissions_clients, needs: 'read:commission' },
      { to: '/auditors', label: m.auditors_title, needs: 'read:commission' },
      // Beside commissions and clients the list needs its name.
      ...supplierViews.map((view) => (view.to === '/suppliers' ? { ...view, label: m.shell_nav_suppliers } : view)),
      receivedView,
    ],
    alsoUnder: underSuppliers,
  },
  questionnaires: {
    label: m.shell_nav_questionnaires,
    short: m.requests_nav,
    icon: 'response',
    views: [
      { to: '/requests', label: m.requests_nav, needs: 'read:response' },
      { to: '/campaigns', label: m.campaigns_title, needs: 'read:response' },
      { to: '/responses', label: m.shell_view_responses, needs: 'read:response' },
      { to: '/templates', label: m.shell_view_templates, needs: 'read:response' },
      receivedView,
    ],
  },
  audits: {
    label: m.audits_nav,
    icon: 'audit',
    views: [
      { to: '/audits', label: m.audits_nav, needs: 'read:audit' },
      { to: '/commissions', label: m.commissions_title, needs: 'read:commission' },
      { to: '/auditors', label: m.auditors_title, needs: 'read:commission' },
    ],
  },
  findings: {
    label: m.shell_nav_findings_actions,
    short: m.shell_nav_findings,
    icon: 'finding',
    views: [
      { to: '/findings', label: m.shell_nav_findings, needs: 'read:finding' },
      { to: '/corrective-actions', label: m.corrective_actions_title, needs: 'read:finding' },
      // Shown whether or not a case exists.
      { to: '/sensitive-cases', label: m.sensitive_cases_nav, needs: 'open:sensitive-case' },
    ],
    alsoUnder: ['/site-sharing'],
  },
  deals: { label: m.deals_nav, icon: 'file', views: [{ to: '/deals', label: m.deals_nav, needs: 'read:deal' }] },
  portfolio: { label: m.portfolio_title, icon: 'method', views: [{ to: '/portfolio', label: m.portfolio_title, needs: 'read:deal' }] },
  monitoring: {
    label: m.shell_nav_monitoring,
    icon: 'clock',
    views: [{ to: '/monitoring', label: m.shell_nav_monitoring, needs: 'read:deal' }],
  },
  reports: {
    label: m.shell_nav_reports_sharing,
    short: m.shell_nav_reports,
    icon: 'report',
    views: [
      { to: '/issued', label: m.shell_view_issued, needs: 'read:report' },
      { to: '/shared-access', label: m.shared_access_grants_nav, needs: 'read:response' },
      { to: '/shared-with-us', label: m.shared_access_shared_nav, needs: 'read:response' },
      { to: '/access-log', label: m.shared_access_log_nav, needs: 'read:response' },
    ],
  },
} satisfies Record<string, Subject>;

export type SubjectKey = keyof typeof subjects;

type Order = { row: readonly SubjectKey[]; more: readonly SubjectKey[]; short: readonly SubjectKey[] };

/** The entries that each kind of organization sees in the bar, those under More, and the labels that are shortened for it. */
const byKind: Readonly<Record<OrganizationKind, Order>> = {
  company: {
    row: ['home', 'suppliers', 'questionnaires', 'audits', 'findings', 'reports'],
    more: ['deals', 'portfolio', 'monitoring'],
    short: [],
  },
  'audit-firm': {
    row: ['home', 'clients', 'audits', 'findings', 'reports'],
    more: ['questionnaires', 'deals', 'portfolio', 'monitoring'],
    short: ['findings', 'reports'],
  },
  lender: {
    row: ['home', 'deals', 'portfolio', 'monitoring', 'reports'],
    more: ['suppliers', 'questionnaires', 'audits', 'findings'],
    short: ['reports'],
  },
};

const isKind = (kind: string): kind is OrganizationKind => Object.hasOwn(byKind, kind);

export type ViewLink = { to: string; label: string };
/** An entry of the navigation; `within`: the addresses of the pages that belong to it. */
export type Entry = ViewLink & { key: SubjectKey; short: string; icon: IconName; views: readonly ViewLink[]; within: readonly string[] };
export type Navigation = { row: readonly Entry[]; more: readonly Entry[]; settings: readonly (ViewLink & { icon: IconName })[] };

type Asker = { slug: string; kind: string; can: (permission: Permission) => boolean };

/** The navigation of a member, limited to what the role may open. */
export function navigationOf({ slug, kind, can }: Asker): Navigation {
  const base = `/o/${slug}`;
  // A view of two entries belongs to the first of them.
  const taken = new Set<string>();
  const entry = (key: SubjectKey, { short: shortened }: Order): Entry[] => {
    const { label, short = label, icon, views, alsoUnder = [] }: Subject = subjects[key];
    const own = views.filter(({ to }) => !taken.has(to));
    for (const { to } of own) taken.add(to);
    const open = own.filter(({ needs }) => can(needs)).map(({ to, label }) => ({ to: base + to, label: label() }));
    const [first] = open;
    if (!first) return [];
    const name = shortened.includes(key) ? short() : label();
    return [
      {
        key,
        icon,
        label: name,
        short: short(),
        to: first.to,
        views: open,
        within: [...open.map(({ to }) => to), ...alsoUnder.map((to) => base + to)],
      },
    ];
  };
  const order = isKind(kind) ? byKind[kind] : byKind.company;
  return {
    row: order.row.flatMap((key) => entry(key, order)),
    more: order.more.flatMap((key) => entry(key, order)),
    settings: [
      ...settings.filter(({ needs }) => can(needs)).map(({ to, label, icon }) => ({ to: base + to, label: label(), icon })),
      { to: '/account', label: m.shell_account_settings(), icon: 'user' },
    ],
  };
}

const settings: readonly (View & { icon: IconName })[] = [
  { to: '/settings/members', label: m.shell_nav_members, icon: 'user', needs: 'read:member' },
  { to: '/settings/organization', label: m.shell_nav_organization, icon: 'organization', needs: 'read:organization' },
  { to: '/settings/reference-tables', label: m.reference_tables_nav, icon: 'method', needs: 'read:supplier' },
  { to: '/settings/activity', label: m.shell_nav_activity, icon: 'edit', needs: 'read:activity' },
  { to: '/settings/notifications', label: m.notifications_settings, icon: 'bell', needs: 'read:organization' },
  { to: '/settings/sessions', label: m.shell_nav_sessions, icon: 'settings', needs: 'read:organization' },
];

/** The entry of a page: the one with the longest address that is a prefix of the page's address. The home page belongs to itself only. */
export function currentEntry({ row, more }: Pick<Navigation, 'row' | 'more'>, pathname: string): Entry | undefined {
  const lengthIn = ({ key, within }: Entry) =>
    Math.max(0, ...within.map((to) => (pathname === to || (key !== 'home' && pathname.startsWith(`${to}/`)) ? to.length : 0)));
  return [...row, ...more].filter((entry) => lengthIn(entry) > 0).sort((a, b) => lengthIn(b) - lengthIn(a))[0];
}

/** The tabs beside the title of a page, for entries with several views; pages of records lead back by their breadcrumbs. */
export function viewsBeside(
  navigation: Pick<Navigation, 'row' | 'more'>,
  pathname: string,
): { label: string; views: readonly ViewLink[] } | null {
  const entry = currentEntry(navigation, pathname);
  return entry && entry.views.length > 1 && entry.views.some(({ to }) => to === pathname)
    ? { label: entry.label, views: entry.views }
    : null;
}
