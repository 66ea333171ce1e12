import { describe, expect, it } from 'vitest';
import { can, type Role, roles } from '~/access/permissions';
import { currentEntry, navigationOf, viewsBeside } from './navigation';

const kinds = ['company', 'audit-firm', 'lender'] as const;
const of = (kind: string, role: Role = 'owner') => navigationOf({ slug: 'x', kind, can: (permission) => can(role, permission) });
const labels = (entries: readonly { label: string }[]) => entries.map(({ label }) => label);

describe('the navigation', () => {
  it('has at most seven entries, in the order of the kind of organization', () => {
    expect(labels(of('company').row)).toEqual(['Home', 'Suppliers', 'Questionnaires', 'Audits', 'Findings & actions', 'Reports & sharing']);
    expect(labels(of('audit-firm').row)).toEqual(['Home', 'Clients & commissions', 'Audits', 'Findings', 'Reports']);
    expect(labels(of('lender').row)).toEqual(['Home', 'Deals', 'Portfolio', 'Monitoring', 'Reports']);
    expect(labels(of('lender').more)).toEqual(['Suppliers', 'Questionnaires', 'Audits', 'Findings & actions']);
    expect(labels(of('company').more)).toEqual(['Deals', 'Portfolio', 'Monitoring']);
  });

  it.each(kinds)('links a %s to each view of the other kinds, in the bar or under More', (kind) => {
    const views = (navigation: ReturnType<typeof of>) =>
      [...navigation.row, ...navigation.more].flatMap(({ views }) => views.map(({ to }) => to));
    // Audit firms alone have clients.
    const isOwn = (to: string) => to !== '/o/x/clients' || kind === 'audit-firm';
    const all = new Set(kinds.flatMap((each) => views(of(each))).filter(isOwn));
    expect(new Set(views(of(kind)))).toEqual(all);
  });

  it('omits what a role may not open', () => {
    expect(labels(of('company', 'viewer').row)).toEqual(['Home', 'Suppliers', 'Questionnaires', 'Findings & actions', 'Reports & sharing']);
    for (const kind of kinds)
      for (const role of roles) {
        const { row, more } = of(kind, role);
        const views = [...row, ...more].flatMap(({ views }) => views.map(({ to }) => to));
        expect(views.includes('/o/x/sensitive-cases'), `${kind} ${role}`).toBe(can(role, 'open:sensitive-case'));
        expect(views.includes('/o/x/suppliers/import'), `${kind} ${role}`).toBe(can(role, 'import:supplier'));
      }
  });

  it('links to no address twice', () => {
    for (const kind of kinds) {
      const tos = [...of(kind).row, ...of(kind).more].map(({ to }) => to);
      expect(new Set(tos).size).toBe(tos.length);
    }
  });
});

describe('the entry of a page', () => {
  it.each([
    ['/o/x', 'home'],
    ['/o/x/suppliers', 'suppliers'],
    ['/o/x/suppliers/ABC/score', 'suppliers'],
    ['/o/x/map', 'suppliers'],
    ['/o/x/what-if', 'suppliers'],
    ['/o/x/campaigns/1', 'questionnaires'],
    ['/o/x/commissions/1', 'audits'],
    ['/o/x/corrective-actions', 'findings'],
    ['/o/x/issued/abc', 'reports'],
    ['/o/x/deals/1/monitoring', 'deals'],
    ['/o/x/settings/members', undefined],
  ])('of %s is %s', (pathname, key) => {
    expect(currentEntry(of('company'), pathname)?.key).toBe(key);
  });

  it('shows the views of its entry beside the title, on these views only', () => {
    expect(labels(viewsBeside(of('company'), '/o/x/suppliers')?.views ?? [])).toEqual([
      'List',
      'Map',
      'Labour recruiters',
      'Alerts',
      'Import',
    ]);
    expect(labels(viewsBeside(of('company', 'viewer'), '/o/x/map')?.views ?? [])).toEqual(['List', 'Map', 'Labour recruiters', 'Alerts']);
    expect(viewsBeside(of('company'), '/o/x/suppliers/ABC')).toBeNull();
    expect(viewsBeside(of('audit-firm'), '/o/x/deals')).toBeNull();
  });
});
