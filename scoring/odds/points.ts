/**
 * The scale: S = 50 + 10 · log2(odds of forced labour of a worker here ÷ the odds of the average worker of the world). Ten points double the odds; 50 is the
 * world's average, 20 an eighth of its odds, 80 eight times.
 */
export const worldScore = 50;
export const pointsPerDoubling = 10;

/** Points of a ratio of odds (> 0): 1 is 0 points, 2 is 10, a half is -10. */
export const pointsOfRatio = (ratio: number): number => pointsPerDoubling * Math.log2(ratio);

/** The odds ratio of points: 10 points are 2. */
export const ratioOfPoints = (points: number): number => 2 ** (points / pointsPerDoubling);

/**
 * The probability, 0 to 1, that a worker is in forced labour at a score, from the world's odds (`R4.world-odds`).
 * @param score on the scale above, unclamped
 */
export function probabilityOf(score: number, worldOdds: number): number {
  const odds = worldOdds * ratioOfPoints(score - worldScore);
  return odds / (1 + odds);
}

/** The score at which a worker is in forced labour with that probability (0 < p < 1): the other way round. */
export function scoreOf(probability: number, worldOdds: number): number {
  return worldScore + pointsOfRatio(probability / (1 - probability) / worldOdds);
}

/**
 * Points of a share of workers whose odds are `ratio` times those of the others, against the share that is usual there: 10·log2((1 + s(x−1)) ÷ (1 + e(x−1))).
 * 0 where the share is the usual one.
 */
export function pointsOfShare(share: number, ratio: number, usual: number): number {
  return pointsOfRatio((1 + share * (ratio - 1)) / (1 + usual * (ratio - 1)));
}
