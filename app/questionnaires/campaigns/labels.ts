import { m } from '~/paraglide/messages';
import { bandName } from '~/ui/band-badge';
import { formatCountry } from '~/ui/format';
import { bands } from '#scoring';
import type { Allowance, AskedChoice, ChaseView, LeftOutReason } from './states';

const reasons = {
  'taken-out': m.campaigns_reason_taken_out,
  archived: m.campaigns_reason_archived,
  'already-open': m.campaigns_reason_already_open,
  refused: m.campaigns_reason_refused,
  'address-wrong': m.campaigns_reason_address_wrong,
  'no-address': m.campaigns_reason_no_address,
  'same-address': m.campaigns_reason_same_address,
  gone: m.campaigns_reason_gone,
} satisfies Record<LeftOutReason, () => string>;
export const reasonLabel = (reason: LeftOutReason): string => reasons[reason]();

const allowed = {
  'no-address': m.campaigns_allow_no_address,
  'same-address': m.campaigns_allow_same_address,
  refused: m.campaigns_allow_refused,
} satisfies Record<Allowance, () => string>;
export const allowanceLabel = (allowance: Allowance): string => allowed[allowance]();

const asked = {
  never: m.campaigns_asked_never,
  'not-this-year': m.campaigns_asked_not_this_year,
  unanswered: m.campaigns_asked_unanswered,
} satisfies Record<AskedChoice, () => string>;
export const askedLabel = (choice: AskedChoice): string => asked[choice]();

const views = {
  waiting: m.campaigns_show_waiting,
  'not-opened': m.campaigns_show_not_opened,
  'at-opened': m.funnel_show_opened,
  'not-started': m.campaigns_show_not_started,
  'at-started': m.funnel_show_started,
  overdue: m.campaigns_show_overdue,
  bounced: m.campaigns_show_bounced,
  refused: m.requests_status_refused,
  submitted: m.requests_status_submitted,
  'to-review': m.funnel_show_review,
  withdrawn: m.requests_status_withdrawn,
} satisfies Record<ChaseView, () => string>;
export const chaseViewLabel = (view: ChaseView): string => views[view]();

const statuses: Readonly<Record<string, () => string>> = {
  draft: m.campaigns_status_draft,
  going: m.campaigns_status_going,
  closed: m.campaigns_status_closed,
};
export const campaignStatusLabel = (status: string): string => statuses[status]?.() ?? status;

/** The reminder days as text: "7 days before, on the day, 3 days after". */
export function reminderWords(days: readonly number[]): string {
  if (days.length === 0) return m.campaigns_reminders_none();
  return days
    .map((day) =>
      day === 0
        ? m.campaigns_reminder_on()
        : day < 0
          ? m.campaigns_reminder_before({ days: -day })
          : m.campaigns_reminder_after({ days: day }),
    )
    .join(', ');
}

/** The filters of a selection as a reader says them. */
export function selectionWords(selection: string): string[] {
  const words: string[] = [];
  for (const [name, value] of new URLSearchParams(selection)) {
    if (name === 'q') words.push(`“${value}”`);
    else if (name === 'band') words.push(bandName(bands.find((band) => band === value) ?? null));
    else if (name === 'country') words.push(formatCountry(value));
    else if (name === 'tier') words.push(value === 'unknown' ? m.suppliers_tier_unknown() : m.suppliers_tier({ tier: Number(value) }));
    else if (name === 'sector') words.push(m.campaigns_sector({ code: value }));
    else if (name === 'asked') words.push(asked[value as AskedChoice]?.() ?? value);
    else if (name === 'first') words.push(m.campaigns_first_yes());
  }
  return words;
}

const startRefusals = { nobody: m.campaigns_nobody, 'not-draft': m.campaigns_not_draft, 'due-past': m.campaigns_due_past };
/** Why a campaign was not started. */
export const startRefusal = (code: keyof typeof startRefusals): string => startRefusals[code]();
