import type { DefaultTheme } from 'vitepress';

type Item = DefaultTheme.SidebarItem;
const pages = (folder: string, items: [text: string, file: string][]): Item[] =>
  items.map(([text, file]) => ({ text, link: `/guides/${folder}/${file}` }));

/** The guides in the order of the work. A test compares this list with the files. */
export const guides: Item[] = [
  {
    text: 'Compliance manager',
    collapsed: false,
    items: pages('compliance-manager', [
      ['Your work in Manumit', ''],
      ['Load a supplier list', 'load-a-supplier-list'],
      ['Map the supply chain', 'map-the-supply-chain'],
      ['Read a score', 'read-a-score'],
      ['Send questionnaires', 'send-questionnaires'],
      ['Run a campaign', 'run-a-campaign'],
      ['Review answers', 'review-answers'],
      ['Findings and corrective actions', 'findings-and-corrective-actions'],
      ['Sensitive cases', 'sensitive-cases'],
      ['Share with a customer or lender', 'share-with-a-customer-or-lender'],
      ['Issue reports', 'issue-reports'],
    ]),
  },
  {
    text: 'Auditor',
    collapsed: true,
    items: pages('auditor', [
      ['Your work in Manumit', ''],
      ['Answer a commission', 'commissions'],
      ['Plan an audit', 'plan-an-audit'],
      ['Take the audit on site', 'take-the-audit-on-site'],
      ['Record answers, interviews and samples', 'record-on-site'],
      ['Read time and payroll files', 'time-and-payroll-files'],
      ['Sensitive situations', 'sensitive-situations'],
      ['Conclude and approve', 'conclude-and-approve'],
      ['Findings and right of reply', 'findings-and-right-of-reply'],
      ['Issue the report', 'issue-the-report'],
      ['Verify a report', 'verify-a-report'],
    ]),
  },
  {
    text: 'Lender',
    collapsed: true,
    items: pages('lender', [
      ['Your work in Manumit', ''],
      ['Open a deal', 'open-a-deal'],
      ['Categorise a deal', 'categorise-a-deal'],
      ['Due diligence report', 'due-diligence-report'],
      ['Action plan (ESAP)', 'action-plan'],
      ['Covenants', 'covenants'],
      ['Monitoring reports', 'monitoring-reports'],
      ['Incidents', 'incidents'],
      ['Portfolio', 'portfolio'],
      ['Annual report', 'annual-report'],
    ]),
  },
];

export const sidebar: Item[] = [
  {
    text: 'Start here',
    items: [
      { text: 'Manumit', link: '/' },
      { text: 'The demonstration', link: '/demonstration' },
    ],
  },
  ...guides,
  {
    text: 'Reference',
    items: [
      { text: 'For suppliers who receive a link', link: '/for-suppliers' },
      { text: 'Administration', link: '/administration' },
      { text: 'The method', link: '/about-the-method' },
      { text: 'Glossary', link: '/glossary' },
    ],
  },
  {
    text: 'For developers',
    collapsed: true,
    items: [
      { text: 'README', link: '/readme' },
      { text: 'Architecture', link: '/architecture' },
      { text: 'Tests', link: '/testing' },
      { text: 'Method 2 in detail', link: '/method' },
      { text: 'Contributing', link: '/CONTRIBUTING' },
      { text: 'Changelog', link: '/CHANGELOG' },
      { text: 'Security', link: '/SECURITY' },
    ],
  },
];
