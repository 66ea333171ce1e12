import { m } from '~/paraglide/messages';
import { capital } from '~/documents/pdf/labels';
import { writeNumber } from '~/documents/charts/numbers';
import { atRiskOf, type BoardPaperContent, suppliersOf } from './schema';

type Say = { locale: BoardPaperContent['locale'] };
type Rule = { applies: (paper: BoardPaperContent) => boolean; clause: (paper: BoardPaperContent, say: Say) => string };

const placeAtMost = ({ basis }: { basis: string | null }) => basis === 'D' || basis === 'E' || basis === null;
const sum = (rows: BoardPaperContent['basis']) => rows.reduce((total, { suppliers }) => total + suppliers, 0);

/** How many suppliers below tier 1 rest on place and sector at most; of a chain without further tiers, of all. */
export function placeAlone({ basis }: Pick<BoardPaperContent, 'basis'>): { isBelow: boolean; place: number; total: number } {
  const below = basis.filter(({ tier }) => tier !== null && tier > 1);
  const of = below.length > 0 ? below : basis;
  return { isBelow: below.length > 0, place: sum(of.filter(placeAtMost)), total: sum(of) };
}

const places: Rule = {
  applies: (paper) => placeAlone(paper).place > 0,
  clause: (paper, say) => {
    const { isBelow, place, total } = placeAlone(paper);
    const figures = { count: total, place: writeNumber(place, say) };
    return isBelow ? m.board_paper_clause_below(figures, say) : m.board_paper_clause_place(figures, say);
  },
};

/** What page 1 states, the most serious first: at most two of these that apply. */
const findings: readonly Rule[] = [
  {
    applies: ({ figures }) => figures.banned > figures.bannedToConfirm,
    clause: ({ figures }, say) => m.board_paper_clause_banned({ count: figures.banned - figures.bannedToConfirm }, say),
  },
  {
    applies: ({ figures }) => figures.critical > 0,
    clause: ({ figures }, say) => m.board_paper_clause_critical({ count: figures.critical }, say),
  },
  {
    applies: ({ figures }) => figures.bannedToConfirm > 0,
    clause: ({ figures }, say) => {
      const count = figures.bannedToConfirm;
      return figures.matches === undefined ? m.board_paper_clause_to_confirm({ count }, say) : m.board_paper_clause_matches({ count }, say);
    },
  },
  {
    applies: (paper) => atRiskOf(paper) > 0,
    clause: (paper, say) => m.board_paper_clause_at_risk({ count: atRiskOf(paper), total: writeNumber(suppliersOf(paper), say) }, say),
  },
  {
    applies: ({ figures }) => figures.overdue > 0,
    clause: ({ figures }, say) => {
      const count = figures.overdue;
      return figures.overdueBy === undefined
        ? m.board_paper_clause_overdue({ count }, say)
        : m.board_paper_clause_dates_overdue({ count }, say);
    },
  },
  {
    applies: ({ bands }) => bands.elevated > 0,
    clause: (paper, say) =>
      m.board_paper_clause_elevated({ count: paper.bands.elevated, total: writeNumber(suppliersOf(paper), say) }, say),
  },
  places,
];

const changed: readonly Rule[] = [
  {
    applies: ({ changes }) => changes.total > 0,
    clause: ({ changes }, say) => m.board_paper_clause_changed({ count: changes.total }, say),
  },
  { applies: ({ changes }) => changes.total === 0, clause: (_, say) => m.board_paper_clause_unchanged({}, say) },
  places,
];

function state(rules: readonly Rule[], paper: BoardPaperContent): string | null {
  const say = { locale: paper.locale };
  const [first, second] = rules.filter(({ applies }) => applies(paper)).map(({ clause }) => clause(paper, say));
  if (first === undefined) return null;
  return capital(second === undefined ? first : m.board_paper_two_clauses({ first, second }, say));
}

/** The sentence of page 1: the two most serious statements that the figures of the paper support. */
export function stateFinding(paper: BoardPaperContent): string {
  const say = { locale: paper.locale };
  if (suppliersOf(paper) === 0) return m.board_paper_no_suppliers({}, say);
  return state(findings, paper) ?? m.board_paper_none_at_risk({ count: suppliersOf(paper) }, say);
}

/** The sentence of page 2: how much changed, and how much of the picture rests on place and sector alone. */
export const stateChanges = (paper: BoardPaperContent): string => state(changed, paper) ?? '';
