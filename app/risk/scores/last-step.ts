import { shownScore } from '~/ui/shown-score';

/** The last two neighbours of a line of scores, oldest first, whose whole numbers as shown differ, and by how much; null where all are alike. Pure. */
export function lastStep<Point extends { score: number }>(points: readonly Point[]): { before: Point; after: Point; by: number } | null {
  for (let at = points.length - 1; at > 0; at--) {
    const [before, after] = [points[at - 1], points[at]];
    if (!before || !after) continue;
    const by = shownScore(after.score) - shownScore(before.score);
    if (by !== 0) return { before, after, by };
  }
  return null;
}
