import { expect, it } from 'vitest';
import { guideAddresses } from '~/platform/guides/read-guide.server';
import { guideOf, guideOfKind, guidesLedTo } from './guide-of';

it.each([
  ['/suppliers', 'compliance-manager/read-a-score'],
  ['/suppliers/import/1', 'compliance-manager/load-a-supplier-list'],
  ['/audits/1', 'auditor/plan-an-audit'],
  ['/audits/1/conclusion', 'auditor/conclude-and-approve'],
  ['/deals/1/esap/items/2', 'lender/action-plan'],
  ['/deals/1/monitoring/covenants/new', 'lender/covenants'],
  ['/deals/annual-report', 'lender/annual-report'],
])('the guide to %s is %s', (path, guide) => {
  expect(guideOf('/o/x', `/o/x${path}`)).toBe(`/guides/${guide}`);
});

it('leads to no guide from home and from settings', () => {
  expect([guideOf('/o/x', '/o/x'), guideOf('/o/x', '/o/x/settings/members'), guideOf('/o/x', '/account')]).toEqual([null, null, null]);
});

it('leads to guides that exist', () => {
  const present = guideAddresses().map((address) => `/guides/${address}`);
  const kinds = ['company', 'audit-firm', 'lender'].map(guideOfKind);
  expect([...guidesLedTo, ...kinds].filter((guide) => !present.includes(guide))).toEqual([]);
});
