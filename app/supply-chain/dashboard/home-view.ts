import { type Band, bands } from '#scoring';

/** Suppliers by band and tier. band null: not scored; tier null: no known path; tier 3 means 3 and more. */
export type BandTierCount = { band: Band | null; tier: number | null; count: number };

export type HomeCounts = {
  /** High or severe, and never asked. */
  unassessedAtRisk: number;
  /** Asked for a score, and refused one because too little is known. */
  notScored: number;
  /** Never scored yet. */
  waiting: number;
  tierUnknown: number;
  /** Critical or major, not verified. */
  criticalAndMajorFindings: number;
  openFindings: number;
  toReview: number;
  unfinished: number;
  overdue: number;
};

export type DueItem = {
  kind: 'assessment' | 'finding' | 'action';
  id: string;
  dueOn: string;
  supplier: string;
  publicId: string;
  isOverdue: boolean;
};

export const tierColumns = [1, 2, 3, null] as const;

export type BandRow = { band: Band | null; byTier: number[]; total: number };

/** Bands from severe to low, then not scored, each with its counts in the order of `tierColumns`. */
export function bandRows(cells: readonly BandTierCount[]): BandRow[] {
  return [...[...bands].reverse(), null].map((band) => {
    const byTier = tierColumns.map((tier) =>
      cells.filter((cell) => cell.band === band && cell.tier === tier).reduce((sum, { count }) => sum + count, 0),
    );
    return { band, byTier, total: byTier.reduce((sum, count) => sum + count, 0) };
  });
}

export type HomeAct =
  | { kind: 'critical-and-major-findings'; count: number }
  | { kind: 'overdue'; count: number }
  | { kind: 'review'; count: number }
  | { kind: 'ask'; count: number }
  | { kind: 'wait'; count: number }
  | { kind: 'score'; count: number }
  | { kind: 'link'; count: number };

/** The three most worthwhile next acts: first what concerns people already found at risk, then what is late, then what is not known. */
export function homeActs(counts: HomeCounts): HomeAct[] {
  const acts: HomeAct[] = [
    { kind: 'critical-and-major-findings', count: counts.criticalAndMajorFindings },
    { kind: 'overdue', count: counts.overdue },
    { kind: 'review', count: counts.toReview },
    { kind: 'ask', count: counts.unassessedAtRisk },
    { kind: 'wait', count: counts.waiting },
    { kind: 'score', count: counts.notScored },
    { kind: 'link', count: counts.tierUnknown },
  ];
  return acts.filter(({ count }) => count > 0).slice(0, 3);
}

/** Events without those that repeat the one before: the same person doing the same to the same record, as when answers are saved. */
export function distinctEvents<Event extends { recordId: string; act: string; person: { id: string } | null }>(
  events: readonly Event[],
): Event[] {
  const isSame = (a: Event, b: Event | undefined) => a.recordId === b?.recordId && a.act === b.act && a.person?.id === b.person?.id;
  return events.filter((event, index) => !isSame(event, events[index - 1]));
}
