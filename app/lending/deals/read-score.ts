import { bases } from '#scoring';
import type { Prisma } from '~/access/generated/client';

/** What a shown score is read from. */
export const scoreColumns = {
  country: true,
  scoreStatus: true,
  score: true,
  scoreLow: true,
  scoreHigh: true,
  band: true,
  basis: true,
  isStateImposed: true,
} as const satisfies Prisma.SupplierSelect;

/** A supplier's shown score, or null where it is not scored. */
export function readScore(supplier: Prisma.SupplierGetPayload<{ select: typeof scoreColumns }> | null) {
  const { scoreStatus, score, scoreLow, scoreHigh, band, basis, isStateImposed } = supplier ?? {};
  return {
    country: supplier?.country ?? null,
    score:
      scoreStatus === 'scored' && score && scoreLow && scoreHigh && band
        ? {
            ...{ score: score.toNumber(), low: scoreLow.toNumber(), high: scoreHigh.toNumber(), band },
            ...{ basis: bases.find((grade) => grade === basis) ?? null, isStateImposed: isStateImposed ?? false },
          }
        : null,
  };
}
