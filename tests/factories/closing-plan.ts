import type { PlanLine, PlanRow, SignedPlan } from '~/audits/closing-plan/schema';

/** A line of a closing plan, agreed by the site. */
export const planLine = (more: Partial<PlanLine> = {}): PlanLine => ({
  ...{ isShown: true, requirement: 'Labour Code, Art. 17', what: 'Identity documents are kept in an office.', kind: 'corrective' },
  ...{ action: 'Return every document and give each worker a locker.', responsible: 'Head of personnel', timescale: '30' },
  ...{ verification: 'follow-up-visit', site: 'agrees', remark: '' },
  ...more,
});

const drawn = (by: string) => ({ by, ratio: 3, strokes: [[100, 100, 300, 180]] });

/** A signed plan with one row a line, by finding. Its hash is that of no plan: tests of the server compute it. */
export function signedPlan(lines: Readonly<Record<string, PlanLine>>, more: Partial<SignedPlan['plan']> = {}): SignedPlan {
  const rows = Object.entries(lines).map(
    ([finding, { isShown: _, site, ...line }], index): PlanRow => ({
      ...{ ...line, finding, no: index + 1, grade: 'major', dueOn: '2027-01-01', site: site ?? 'agrees' },
    }),
  );
  return {
    plan: {
      ...{ format: 'closing-plan/1', version: 1, locale: 'en', supplier: 'Delta Garments', site: 'Unit 2', agreedOn: '2026-12-02', rows },
      audit: { id: '6f1c2d3e-0000-4000-8000-000000000001', number: 'A-2026-0001', startsOn: '2026-12-01', endsOn: '2026-12-02' },
      ...more,
    },
    ...{ hash: 'a'.repeat(64), site: drawn('General manager'), auditor: drawn('Lead auditor'), signedAt: '2026-12-02T15:30:00.000Z' },
  };
}
