import { type AssessInput, type Band, type Basis, type OverrideCode, type OverrideShown, parameterAt, scoreMany } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { scoringInputs } from '~/risk/scores/scoring-inputs.server';

/** A score as a preview shows it; null where the supplier is not scored. */
export type PreviewedScore = { score: number; band: Band; basis: Basis } | null;
export type Preview = {
  before: PreviewedScore;
  /** The overrides of the current score. */
  overrides: readonly OverrideShown[];
  choices: readonly { code: OverrideCode; floor: number; after: PreviewedScore }[];
};

/** What each override would do to the score of a supplier today, beside the score without it. Nothing is stored. A constant number of queries. */
export async function previewOverrides(
  db: TenantDb,
  options: { partyId: string; codes: readonly OverrideCode[]; asOf: string },
): Promise<Preview> {
  const { partyId, codes, asOf } = options;
  const [given] = await scoringInputs(db, { partyIds: [partyId], asOf });
  const input: AssessInput = given?.input ?? { asOf, facts: {} };
  const supposed = (code: OverrideCode): AssessInput => ({
    ...input,
    overrides: [...(input.overrides ?? []), { id: 'supposed', code, evidence: 'none', since: asOf, reason: 'Supposed.' }],
  });
  const [before, ...after] = scoreMany([input, ...codes.map(supposed)]);
  return {
    before: shownOf(before),
    overrides: before?.overrides ?? [],
    choices: codes.map((code, index) => ({ code, floor: parameterAt(`R7.${code}`, asOf).value.floor, after: shownOf(after[index]) })),
  };
}

function shownOf(result: ReturnType<typeof scoreMany>[number] | undefined): PreviewedScore {
  return result?.status === 'scored' ? { score: result.score, band: result.band, basis: result.basis.grade } : null;
}
