import { withLatinDigits } from '~/locales/latin-digits';
import { m } from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
import { formatNumber } from '~/ui/format';

/** The server's response to a saved answer. `seen`: the time of the current answer. */
export type SaveReply = {
  question: string;
  savedAt: string | null;
  refusal: string | null;
  /** What is wrong in each of several boxes, by its name without the question; the refusal has them all in one sentence. */
  boxes: Record<string, string>;
  /** Someone else's answer, given since this page was read; `value` null where it is more than one. */
  other: { label: string; value: string | null; seen: string } | null;
  seen: string;
  unasked: string[];
  /** What replaces a question ruled out by facts, by its key. */
  leftOut: Record<string, string>;
  timeLeft: string;
};

/** "Saved 14:02 UTC"; the page's script says it again in the time of its device. */
export function savedText(savedAt: string): string {
  const time = new Intl.DateTimeFormat(withLatinDigits(getLocale()), {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
    timeZoneName: 'short',
  });
  return m.responses_saved_at({ time: time.format(new Date(savedAt)) });
}

/** A question's text within a sentence. */
export const quoted = (text: string): string => `“${text}”`;

/** How much is left to do, as text. */
export function timeLeftText(progress: { asked: number; answered: number; minutes: number; blank: number }): string {
  const { asked, answered, minutes, blank } = progress;
  if (asked === answered) return blank > 0 ? m.respondent_needed_answered() : m.respondent_all_answered();
  return m.respondent_time_left({ answered: formatNumber(answered), asked: formatNumber(asked), minutes });
}
