import { forOrganization } from '~/access/tenant-db.server';
import { differenceReasons } from '~/risk/scores/compare-again';
import { type RecomputeCounts, type RecomputedScore, recomputeStored } from '~/risk/scores/recompute-stored.server';
import { organizationIds } from './organization-ids';

const countKeys = ['scores', 'documents', 'equal', 'equalOtherVersion', 'differing', 'impossible', 'current', 'inputsChanged'] as const;

/**
 * Recalculates every stored score of every organization as of `asOf` or earlier, each from its own input and day. Writes nothing and has at most a page of
 * scores in memory.
 * @param onOther called for each score that differs or cannot be recalculated
 */
export async function recomputeScores(options: {
  ownerUrl: string;
  asOf: string;
  onOther?: (organizationId: string, score: RecomputedScore) => void;
}): Promise<RecomputeCounts & { organizations: number }> {
  const { ownerUrl, asOf, onOther } = options;
  const total = {
    organizations: 0,
    scores: 0,
    documents: 0,
    equal: 0,
    equalOtherVersion: 0,
    differing: 0,
    impossible: 0,
    current: 0,
    inputsChanged: 0,
  };
  const reasons: RecomputeCounts['reasons'] = {};
  for await (const organizationId of organizationIds(ownerUrl)) {
    const counts = await recomputeStored(forOrganization({ organizationId }), {
      asOf,
      onOther: (score) => onOther?.(organizationId, score),
    });
    total.organizations += 1;
    for (const key of countKeys) total[key] += counts[key];
    for (const reason of differenceReasons) if (counts.reasons[reason]) reasons[reason] = (reasons[reason] ?? 0) + counts.reasons[reason];
  }
  return { ...total, reasons };
}
