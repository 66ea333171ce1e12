import { writeNumber } from '~/documents/charts/numbers';
import { writeDate } from '~/documents/pdf/labels';
import { m } from '~/paraglide/messages';
import { concernedLabel, workersLabel } from './labels';
import { atRiskOf, type BoardPaperContent, type Overdue, overdueKinds, suppliersOf } from './schema';

type Say = { locale: BoardPaperContent['locale'] };

const overdueMessages = {
  questionnaires: m.board_paper_overdue_questionnaires,
  findings: m.board_paper_overdue_findings,
  actions: m.board_paper_overdue_actions,
  tasks: m.board_paper_overdue_tasks,
} satisfies Record<keyof Overdue, unknown>;

/** What is overdue, by kind: "2 questionnaires, one finding". */
const overdueParts = (overdue: Overdue, say: Say): string =>
  overdueKinds
    .filter((kind) => overdue[kind] > 0)
    .map((kind) => overdueMessages[kind]({ count: overdue[kind] }, say))
    .join(', ');

function overdueLabel({ figures }: BoardPaperContent, say: Say): string {
  const { overdue: count, overdueBy } = figures;
  if (overdueBy === undefined) return m.board_paper_figure_overdue({ count }, say);
  const dates = m.board_paper_figure_dates_overdue({ count }, say);
  return count === 0 ? dates : m.board_paper_overdue_by({ dates, parts: overdueParts(overdueBy, say) }, say);
}

function bannedLabel({ figures }: BoardPaperContent, say: Say): string {
  const { banned: count, bannedToConfirm, matches } = figures;
  const open = writeNumber(bannedToConfirm, say);
  if (matches === undefined) return m.board_paper_figure_banned({ count, open }, say);
  return bannedToConfirm === 0
    ? m.board_paper_figure_banned_only({ count }, say)
    : m.board_paper_figure_banned_matches({ count, open }, say);
}

/** The figures of page 1, each with what it counts. */
export function figureEntries(paper: BoardPaperContent): [value: string, label: string][] {
  const { figures, locale } = paper;
  const say = { locale };
  const whole = (value: number) => writeNumber(value, say);
  const critical =
    figures.criticalSince === null
      ? m.board_paper_figure_critical({ count: figures.critical }, say)
      : m.board_paper_figure_critical_since(
          {
            count: figures.critical,
            date: writeDate(figures.criticalSince, say),
          },
          say,
        );
  const workers =
    figures.concerned === null
      ? m.board_paper_figure_workers({}, say)
      : m.board_paper_figure_workers_concerned({ range: concernedLabel(figures.concerned, say) }, say);
  return [
    [whole(figures.banned), bannedLabel(paper, say)],
    [
      m.board_paper_of_total({ count: whole(atRiskOf(paper)), total: whole(suppliersOf(paper)) }, say),
      m.board_paper_figure_at_risk({}, say),
    ],
    [
      workersLabel(figures.workers, say),
      figures.withoutWorkers > 0 ? `${workers} · ${m.board_paper_figure_without({ count: figures.withoutWorkers }, say)}` : workers,
    ],
    [whole(figures.critical), critical],
    [whole(figures.overdue), overdueLabel(paper, say)],
  ];
}

/** What page 2 states below its list of actions: the dates overdue, as page 1 counts them. Null without one, and on papers of before. */
export function stateOverdue({ figures, asOf, locale }: BoardPaperContent): string | null {
  const { overdue, overdueBy } = figures;
  if (overdue === 0 || overdueBy === undefined) return null;
  return m.board_paper_overdue_on(
    {
      date: writeDate(asOf, { locale }),
      parts: overdueParts(overdueBy, { locale }),
    },
    { locale },
  );
}

/** What changed the score most, with its day, and whether the supplier was first scored within the period. */
export function stateCause(
  { cause, on, isSinceFirst }: BoardPaperContent['changes']['shown'][number],
  locale: BoardPaperContent['locale'],
): string {
  const changed = m.board_paper_cause_on({ cause, date: writeDate(on, { locale }) }, { locale });
  return isSinceFirst ? m.board_paper_cause_since_first({ cause: changed }, { locale }) : changed;
}
