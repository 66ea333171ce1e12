/** The guide to a page, by the beginning of its address after that of the organization; the longest that matches. */
const guideByPage: Readonly<Record<string, string>> = {
  '/alerts': 'compliance-manager/read-a-score',
  '/audits': 'auditor/plan-an-audit',
  '/board-paper': 'compliance-manager/issue-reports',
  '/campaigns': 'compliance-manager/run-a-campaign',
  '/commissions': 'auditor/commissions',
  '/corrective-actions': 'compliance-manager/findings-and-corrective-actions',
  '/deals': 'lender/open-a-deal',
  '/deals/annual-report': 'lender/annual-report',
  '/findings': 'compliance-manager/findings-and-corrective-actions',
  '/issued': 'compliance-manager/issue-reports',
  '/labour-recruiters': 'compliance-manager/map-the-supply-chain',
  '/map': 'compliance-manager/map-the-supply-chain',
  '/monitoring': 'lender/monitoring-reports',
  '/portfolio': 'lender/portfolio',
  '/received-requests': 'compliance-manager/share-with-a-customer-or-lender',
  '/requests': 'compliance-manager/send-questionnaires',
  '/responses': 'compliance-manager/review-answers',
  '/sensitive-cases': 'compliance-manager/sensitive-cases',
  '/shared-access': 'compliance-manager/share-with-a-customer-or-lender',
  '/shared-with-us': 'compliance-manager/share-with-a-customer-or-lender',
  '/suppliers': 'compliance-manager/read-a-score',
  '/suppliers/import': 'compliance-manager/load-a-supplier-list',
  '/supply-chain': 'compliance-manager/map-the-supply-chain',
};

/** Parts of an audit or a deal, by the end of the address. */
const guideByPart: readonly [part: RegExp, guide: string][] = [
  [/^\/audits\/[^/]+\/record/, 'auditor/record-on-site'],
  [/^\/audits\/[^/]+\/samples/, 'auditor/time-and-payroll-files'],
  [/^\/audits\/[^/]+\/(conclusion|review)/, 'auditor/conclude-and-approve'],
  [/^\/audits\/[^/]+\/reports/, 'auditor/issue-the-report'],
  [/^\/deals\/[^/]+\/esap/, 'lender/action-plan'],
  [/^\/deals\/[^/]+\/due-diligence-report/, 'lender/due-diligence-report'],
  [/^\/deals\/[^/]+\/review/, 'lender/categorise-a-deal'],
  [/^\/deals\/[^/]+\/monitoring\/covenants/, 'lender/covenants'],
  [/^\/deals\/[^/]+\/monitoring\/incidents/, 'lender/incidents'],
  [/^\/deals\/[^/]+\/monitoring/, 'lender/monitoring-reports'],
];

/** The address of the guide to a page of the organization; null where no guide is about it. */
export function guideOf(base: string, pathname: string): string | null {
  if (!pathname.startsWith(`${base}/`)) return null;
  const path = pathname.slice(base.length);
  const part = guideByPart.find(([pattern]) => pattern.test(path));
  if (part) return `/guides/${part[1]}`;
  const page = Object.keys(guideByPage)
    .filter((each) => path === each || path.startsWith(`${each}/`))
    .sort((a, b) => b.length - a.length)[0];
  return page === undefined ? null : `/guides/${guideByPage[page]}`;
}

/** The guide of the kind of organization. */
export const guideOfKind = (kind: string) =>
  ({ 'audit-firm': '/guides/auditor', lender: '/guides/lender' })[kind] ?? '/guides/compliance-manager';

/** Every guide that a page leads to. */
export const guidesLedTo = [...Object.values(guideByPage), ...guideByPart.map(([, guide]) => guide)].map((guide) => `/guides/${guide}`);
