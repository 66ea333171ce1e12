import type { AlertKind, Magnitude } from '#scoring';
import { writeNumber } from '~/documents/charts/numbers';
import { m } from '~/paraglide/messages';
import { type BoardPaperContent, type GapKind, isLate, type Workers } from './schema';

type Say = { locale: BoardPaperContent['locale'] };

const alertMessages = {
  'presumed-region': m.alerts_kind_presumed_region,
  'listed-entity': m.alerts_kind_listed_entity,
  'import-order': m.alerts_kind_import_order,
  'state-imposed': m.alerts_kind_state_imposed,
  'priority-sector': m.alerts_kind_priority_sector,
  'listed-good': m.alerts_kind_listed_good,
  'recruiter-status': m.alerts_kind_recruiter_status,
  'recruiter-sanction': m.alerts_kind_recruiter_sanction,
  'recruiter-licence': m.alerts_kind_recruiter_licence,
} satisfies Record<AlertKind, unknown>;

const gapMessages = {
  'names-to-confirm': m.board_paper_gap_names_to_confirm,
  'no-upstream': m.board_paper_gap_no_upstream,
  'never-audited': m.board_paper_gap_never_audited,
  'recruiters-unknown': m.board_paper_gap_recruiters_unknown,
  'workers-unknown': m.board_paper_gap_workers_unknown,
  'not-scored': m.board_paper_gap_not_scored,
} satisfies Record<GapKind, unknown>;

const stateMessages = {
  planned: m.board_paper_state_planned,
  'under-way': m.board_paper_state_under_way,
  'to-be-verified': m.board_paper_state_to_be_verified,
  task: m.board_paper_state_task,
} satisfies Record<BoardPaperContent['actions']['shown'][number]['state'], unknown>;

/** A gap of a paper. Matches to be confirmed are stated by the alert that they would confirm, as page 1 counts suppliers under an import-ban alert. */
export function gapLabel(
  { kind, count, of }: BoardPaperContent['gaps'][number],
  { locale, figures }: Pick<BoardPaperContent, 'locale' | 'figures'>,
): string {
  const say = { locale };
  const { matches } = figures;
  if (kind !== 'names-to-confirm' || matches === undefined) return gapMessages[kind]({ count, of: writeNumber(of, say) }, say);
  const parts = { bans: writeNumber(matches.importBan, say), other: writeNumber(matches.other, say) };
  return m.board_paper_gap_matches({ count, ...parts }, say);
}

/** The kind of an alert, and that a person has still to confirm it; a dash without one. */
export function alertLabel(alert: BoardPaperContent['top'][number]['alert'], say: Say): string {
  if (alert === null) return '–';
  const word = alertMessages[alert.kind]({}, say);
  return alert.isToBeConfirmed ? m.board_paper_to_be_confirmed({ alert: word }, say) : word;
}

export function workersLabel(workers: Workers, say: Say): string {
  switch (workers.kind) {
    case 'exact':
      return writeNumber(workers.count, say);
    case 'about':
      return m.board_paper_about({ count: writeNumber(workers.count, say) }, say);
    case 'under-5':
      return m.board_paper_under_five({}, say);
    case 'unknown':
      return m.board_paper_unknown({}, say);
  }
}

const ranges = { tens: [10, 99], hundreds: [100, 999], thousands: [1_000, 9_999] } as const;

/** An order of magnitude of people as a range of numbers; null where the workforce is not known. */
export function concernedLabel(magnitude: Magnitude | null, say: Say): string {
  switch (magnitude) {
    case null:
      return m.board_paper_unknown({}, say);
    case 'none-expected':
    case 'one-or-few':
      return m.board_paper_range_under_ten({}, say);
    case 'ten-thousands':
      return m.board_paper_range_over({ from: writeNumber(10_000, say) }, say);
    default: {
      const [from, to] = ranges[magnitude];
      return m.board_paper_range({ from: writeNumber(from, say), to: writeNumber(to, say) }, say);
    }
  }
}

export function tierLabel(tier: number | null, say: Say): string {
  if (tier === null) return m.board_paper_tier_unknown({}, say);
  return tier === 3 ? m.board_paper_tier_beyond({ tier }, say) : m.board_paper_tier({ tier }, say);
}

/** Whole days from one day to another. */
const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** What an action has come to, after how late it is; one that is completed is not late. */
export function stateLabel(
  { state, dueOn }: BoardPaperContent['actions']['shown'][number],
  { asOf, say }: { asOf: string; say: Say },
): string {
  const word = stateMessages[state]({}, say);
  return isLate({ dueOn, state }, asOf)
    ? m.board_paper_late_state({ late: m.board_paper_late({ count: daysBetween(dueOn, asOf) }, say), state: word }, say)
    : word;
}
