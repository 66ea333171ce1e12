import { m } from '~/paraglide/messages';
import { bandName } from '~/ui/band-badge';
import { formatCountry } from '~/ui/format';
import { bands } from '#scoring';
import type { Allowance, AskedChoice, ChaseView, LeftOutReason } from './states';

const reasons = {
  'taken-out': m.campaign_reason_taken_out,
  archived: m.campaign_reason_archived,
  'already-open': m.campaign_reason_already_open,
  refused: m.campaign_reason_refused,
  'address-wrong': m.campaign_reason_address_wrong,
  'no-address': m.campaign_reason_no_address,
  'same-address': m.campaign_reason_same_address,
  gone: m.campaign_reason_gone,
} satisfies Record<LeftOutReason, () => string>;
export const reasonWord = (reason: LeftOutReason): string => reasons[reason]();

const allowed = {
  'no-address': m.campaign_allow_no_address,
  'same-address': m.campaign_allow_same_address,
  refused: m.campaign_allow_refused,
} satisfies Record<Allowance, () => string>;
export const allowanceWord = (allowance: Allowance): string => allowed[allowance]();

const asked = {
  never: m.campaign_asked_never,
  'not-this-year': m.campaign_asked_not_this_year,
  unanswered: m.campaign_asked_unanswered,
} satisfies Record<AskedChoice, () => string>;
export const askedWord = (choice: AskedChoice): string => asked[choice]();

const views = {
  waiting: m.campaign_show_waiting,
  'not-opened': m.campaign_show_not_opened,
  'not-started': m.campaign_show_not_started,
  overdue: m.campaign_show_overdue,
  bounced: m.campaign_show_bounced,
  refused: m.asking_status_refused,
  submitted: m.asking_status_submitted,
  withdrawn: m.asking_status_withdrawn,
} satisfies Record<ChaseView, () => string>;
export const chaseViewWord = (view: ChaseView): string => views[view]();

const statuses: Readonly<Record<string, () => string>> = {
  draft: m.campaign_status_draft,
  going: m.campaign_status_going,
  closed: m.campaign_status_closed,
};
export const campaignStatusWord = (status: string): string => statuses[status]?.() ?? status;

/** The days of reminding in words: "7 days before, on the day, 3 days after". */
export function reminderWords(days: readonly number[]): string {
  if (days.length === 0) return m.campaign_reminders_none();
  return days
    .map((day) =>
      day === 0
        ? m.campaign_reminder_on()
        : day < 0
          ? m.campaign_reminder_before({ days: -day })
          : m.campaign_reminder_after({ days: day }),
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
    else if (name === 'tier') words.push(value === 'unknown' ? m.supplier_tier_unknown() : m.supplier_tier({ tier: Number(value) }));
    else if (name === 'sector') words.push(m.campaign_sector({ code: value }));
    else if (name === 'asked') words.push(asked[value as AskedChoice]?.() ?? value);
    else if (name === 'first') words.push(m.campaign_first_yes());
  }
  return words;
}
