/** Forms whose first step chooses a supplier: where the form goes on with one that was added from there. */
const returns = {
  audit: 'audits/new?supplier=',
  deal: 'deals/new?client=',
  finding: 'findings/new?supplier=',
  commission: 'commissions/new?supplier=',
} as const;
export type ReturnTo = keyof typeof returns;

/** The form that an address names; null for anything else. */
export const readReturn = (value: FormDataEntryValue | null): ReturnTo | null =>
  value === 'audit' || value === 'deal' || value === 'finding' || value === 'commission' ? value : null;

/** The address at which a form goes on with a supplier, within the organization. */
export const returnAddress = (to: ReturnTo, publicId: string): string => `${returns[to]}${publicId}`;
