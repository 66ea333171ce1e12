import { type AlertKind, type Basis, magnitudeOf, type Magnitude } from '#scoring';
import { smallestGroup } from '~/platform/privacy/protect-counts';
import {
  type BoardPaperContent,
  boardPaperContentSchema,
  type Decision,
  type GapKind,
  type Matches,
  mostActions,
  mostChanges,
  mostSuppliers,
  type Overdue,
  overdueKinds,
  type Workers,
} from './schema';

/** A supplier at severe or high risk as it is read. `workers`: of its sites where these are known. */
export type RiskySupplier = {
  name: string;
  country: string | null;
  sector: string | null;
  tier: number | null;
  band: 'severe' | 'high';
  score: number;
  low: number;
  high: number;
  workers: number | null;
  magnitude: Magnitude | null;
  basis: Basis;
  alertKind: AlertKind | null;
  alertIsToBeConfirmed: boolean;
};

/** Everything that a paper is made of, before small numbers are hidden. */
export type BoardPaperInput = Pick<
  BoardPaperContent,
  'locale' | 'preparedAt' | 'asOf' | 'since' | 'organization' | 'preparedBy' | 'engineVersion' | 'bands' | 'basis' | 'changes' | 'actions'
> & {
  decisions: readonly Decision[];
  /** The suppliers with the highest scores, highest first; all at severe or high risk, or as many as a paper prints. */
  riskiest: readonly RiskySupplier[];
  /** Of all suppliers at severe or high risk. `small`: how many of them have one to four workers. */
  atRisk: { workers: number; withoutWorkers: number; small: number; expected: number | null };
  banned: number;
  bannedToConfirm: number;
  critical: { count: number; since: string | null };
  overdue: Overdue;
  matches: Matches;
  gaps: readonly { kind: GapKind; count: number; of: number }[];
};

/** Workers of one supplier as a paper prints them. */
export function shownWorkers(workers: number | null): Workers {
  if (workers === null) return { kind: 'unknown' };
  return workers > 0 && workers < smallestGroup ? { kind: 'under-5' } : { kind: 'exact', count: workers };
}

/** A total of workers. Where a part of it is small, the total is rounded, so that subtracting the other parts does not reveal it. */
export function shownTotal(
  { workers, withoutWorkers, small }: Pick<BoardPaperInput['atRisk'], 'workers' | 'withoutWorkers' | 'small'>,
  suppliers: number,
): Workers {
  if (suppliers > 0 && withoutWorkers === suppliers) return { kind: 'unknown' };
  if (small === 0 || workers < smallestGroup) return shownWorkers(workers);
  return { kind: 'about', count: Math.max(10, Math.round(workers / 10) * 10) };
}

/** The content of a paper: small numbers hidden, lists cut to what two pages print. The same input gives the same content. Throws ZodError where figures do not agree. */
export function arrangeBoardPaper(input: BoardPaperInput): BoardPaperContent {
  const { atRisk, bands } = input;
  const suppliers = bands.severe + bands.high;
  return boardPaperContentSchema.parse({
    ...{ kind: 'board-paper', version: 1, locale: input.locale, preparedAt: input.preparedAt, asOf: input.asOf, since: input.since },
    ...{ organization: { name: input.organization.name }, preparedBy: input.preparedBy, engineVersion: input.engineVersion },
    decisions: [...input.decisions],
    figures: {
      ...{ banned: input.banned, bannedToConfirm: input.bannedToConfirm },
      ...{ workers: shownTotal(atRisk, suppliers), withoutWorkers: atRisk.withoutWorkers },
      concerned: atRisk.expected === null ? null : magnitudeOf(atRisk.expected),
      ...{ critical: input.critical.count, criticalSince: input.critical.since },
      ...{ overdue: overdueKinds.reduce((sum, kind) => sum + input.overdue[kind], 0), overdueBy: input.overdue, matches: input.matches },
    },
    bands,
    top: input.riskiest.slice(0, mostSuppliers).map(({ magnitude, workers, alertKind, alertIsToBeConfirmed, ...supplier }) => ({
      ...supplier,
      ...{ workers: shownWorkers(workers), concerned: magnitude },
      alert: alertKind === null ? null : { kind: alertKind, isToBeConfirmed: alertIsToBeConfirmed },
    })),
    changes: { total: input.changes.total, shown: input.changes.shown.slice(0, mostChanges) },
    basis: input.basis,
    gaps: input.gaps.filter(({ count }) => count > 0),
    actions: { total: input.actions.total, shown: input.actions.shown.slice(0, mostActions) },
  });
}
