import type { RuleId } from '../vocabulary.ts';
import type { InherentLine } from './score-party.ts';

/** English names of the lines of place and workforce, and the rule that fills each. */
export const componentLabels: Record<InherentLine, { label: string; rule: RuleId }> = {
  country: { label: 'Country', rule: 'R1' },
  sector: { label: 'Sector', rule: 'R2' },
  product: { label: 'Product', rule: 'R3' },
  region: { label: 'Region under a presumption', rule: 'R3' },
  migrant: { label: 'Migrant workers', rule: 'R4' },
  'internal-migrant': { label: 'Internal migrant workers', rule: 'R4' },
  debt: { label: 'Recruitment debt', rule: 'R11' },
  agency: { label: 'Agency workers', rule: 'R4' },
  subcontracting: { label: 'Subcontracting and home work', rule: 'R4' },
  housing: { label: 'Employer-provided housing', rule: 'R4' },
  seasonal: { label: 'Peak-season workers', rule: 'R4' },
  vulnerable: { label: 'Vulnerable groups', rule: 'R4' },
  voice: { label: 'Worker representation', rule: 'R4' },
};
