import { type FactField, isFactField } from '~/suppliers/facts/fact-fields';

export type NextAct =
  /** Facts without which there is no score, or which would narrow its interval. */
  | { kind: 'add-facts'; fields: FactField[]; isScored: boolean }
  | { kind: 'open-assessment' }
  | { kind: 'finish-assessment'; responseId: string }
  | { kind: 'solve-findings'; count: number }
  /** Facts of which the supplier states something else than its sites show. */
  | { kind: 'correct-facts'; fields: FactField[] }
  | { kind: 'link-chain' };

/** The method names `countries`, the file `country`. */
const fieldOf = (missing: string) => (missing === 'countries' ? 'country' : missing);

/**
 * What would change most on a supplier, in order: facts that keep it from being scored, findings that are open, facts that contradict each other, an assessment left open
 * or never begun at elevated risk or more, its place in the chain, facts that would narrow the interval.
 */
export function nextActs(given: {
  isScored: boolean;
  /** Facts that the method misses, its most telling first. */
  missing: readonly string[];
  contradicting: readonly FactField[];
  isAtRisk: boolean;
  openFindings: number;
  openResponseId: string | null;
  assessments: number;
  tier: number | null;
}): NextAct[] {
  const fields = given.missing.map(fieldOf).filter(isFactField);
  const acts: NextAct[] = [];
  if (!given.isScored && fields.length > 0) acts.push({ kind: 'add-facts', fields, isScored: false });
  if (given.openFindings > 0) acts.push({ kind: 'solve-findings', count: given.openFindings });
  if (given.contradicting.length > 0) acts.push({ kind: 'correct-facts', fields: [...given.contradicting] });
  if (given.openResponseId) acts.push({ kind: 'finish-assessment', responseId: given.openResponseId });
  else if (given.assessments === 0 && given.isScored && given.isAtRisk) acts.push({ kind: 'open-assessment' });
  if (given.tier === null) acts.push({ kind: 'link-chain' });
  if (given.isScored && fields.length > 0) acts.push({ kind: 'add-facts', fields: fields.slice(0, 4), isScored: true });
  if (given.assessments === 0 && !acts.some((act) => act.kind === 'open-assessment')) acts.push({ kind: 'open-assessment' });
  return acts.slice(0, 3);
}
