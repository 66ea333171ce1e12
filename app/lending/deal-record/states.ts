/** The code lists of a deal. */

/** Products of the Equator Principles (EP4, "Scope"); *other* is a loan outside them that the lender chooses to review. */
export const products = ['advisory', 'project-finance', 'corporate-loan', 'bridge-loan', 'refinance', 'other'] as const;
export type Product = (typeof products)[number];

/** The five sectors of the annual report (EP4, Annex B). */
export const projectSectors = ['mining', 'infrastructure', 'oil-and-gas', 'power', 'others'] as const;
export type ProjectSector = (typeof projectSectors)[number];

/** The three regions of the annual report (EP4, Annex B). */
export const projectRegions = ['americas', 'emea', 'asia-pacific'] as const;
export type ProjectRegion = (typeof projectRegions)[number];

export const lenderRoles = ['lender', 'arranger', 'agent', 'adviser'] as const;
export type LenderRole = (typeof lenderRoles)[number];

export const projectStages = ['planning', 'construction', 'operation', 'decommissioning'] as const;
export type ProjectStage = (typeof projectStages)[number];

/** What a bridge loan is to be refinanced by. */
export const refinancings = ['project-finance', 'corporate-loan', 'other'] as const;
export type Refinancing = (typeof refinancings)[number];

export const categories = ['A', 'B', 'C'] as const;
export type Category = (typeof categories)[number];

/** The themes of a category's reasons, each with its own text (EQ1). */
export const categoryThemes = ['labour', 'human-rights', 'communities', 'environment', 'biodiversity', 'climate'] as const;
export type CategoryTheme = (typeof categoryThemes)[number];

/** The main sequence of states, in order; *held* and *declined* are outside it. */
export const mainStates = [
  'draft',
  'screened',
  'categorised',
  'assessed',
  'reviewed',
  'plan-agreed',
  'committee',
  'conditions-met',
  'closed',
  'monitoring',
  'exited',
] as const;
export type MainState = (typeof mainStates)[number];
const way: readonly string[] = mainStates;
/** Its index in the main sequence, from 0; -1 outside it. */
export const placeOnWay = (state: string): number => way.indexOf(state);
/** The category is fixed after submission to the committee, and in final states. */
export function isCategoryFixed({ status, heldFrom }: { status: string; heldFrom: string | null }): boolean {
  const at = placeOnWay(heldFrom ?? status);
  return at === -1 || at >= placeOnWay('committee');
}
export const sideStates = ['held', 'declined'] as const;
export const dealStates = [...mainStates, ...sideStates] as const;
export type DealState = (typeof dealStates)[number];

/** What the committee may decide. */
export const committeeDecisions = ['approve', 'approve-with-conditions', 'hold', 'decline'] as const;
export type CommitteeDecision = (typeof committeeDecisions)[number];

/** What a company of the chain is to the project. */
export const projectParts = [
  'sponsor',
  'epc-contractor',
  'subcontractor',
  'labour-recruiter',
  'camp',
  'primary-supplier',
  'operator',
] as const;
export type ProjectPart = (typeof projectParts)[number];
