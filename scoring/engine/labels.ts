import type { ControlDomain, OverrideCode } from '../vocabulary.ts';

/** English names of the nine control domains. */
export const domainLabels: Record<ControlDomain, string> = {
  policy: 'Policy',
  'due-diligence': 'Due diligence and supplier cascade',
  'recruitment-fees': 'Recruitment and fees',
  contracts: 'Contracts',
  wages: 'Wages and deductions',
  'movement-documents': 'Movement and documents',
  hours: 'Hours',
  'voice-grievance': 'Worker voice and grievance',
  remedy: 'Remedy',
};

/** English names of the nine overrides: the condition of each (R7). */
export const overrideLabels: Record<OverrideCode, string> = {
  O1: 'A zero-tolerance item is confirmed or credibly suspected',
  O2: 'Signs of forced labour by the Delphi screening, even with all unknowns taken as absent',
  O3: 'A child under the minimum age works, or a worst form of child labour is found',
  O4: 'On a list of a trade authority, or inputs from a region under a presumption',
  O5: 'A credible link to labour imposed by a state',
  O6: 'Identity papers are held and workers are in debt',
  O7: 'Recruitment fees are confirmed and no plan to repay them was agreed in time',
  O8: 'Access was refused, interviews were coached, or books are kept twice',
  O9: 'Retaliation against somebody who complained',
};
