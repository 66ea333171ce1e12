import { withLatinDigits } from '~/locales/latin-digits';
import { formatNumber } from '~/ui/format';
import { m } from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
import { Button } from '~/ui/button';
import type { EarlierShown } from './read-earlier.server';

/**
 * What was answered before, with its age, and one tap to say that it is still true. A part of the form around the questions: without script the tap sends
 * the form; with it the fields beside are filled and saved.
 */
export function EarlierBox({ question, text, earlier, asker }: { question: string; text: string; earlier: EarlierShown; asker: string }) {
  const { months, isSameAsker } = earlier;
  const age = new Intl.RelativeTimeFormat(withLatinDigits(getLocale()), { numeric: 'auto' }).format(-months, 'month');
  return (
    <div data-earlier={question} className="grid gap-2 rounded border-s-4 border-accent bg-sunken p-3">
      <p>
        <span className="block">{isSameAsker ? m.previous_answers_said({ age, asker }) : m.previous_answers_said_another({ age })}</span>
        <strong className="block font-semibold">{earlier.answer}</strong>
      </p>
      {earlier.isStale && <p className="text-warning">{m.previous_answers_stale()}</p>}
      {earlier.isEvidenceStale && <p className="text-warning">{m.previous_answers_evidence_stale()}</p>}
      <div>
        <Button
          type="submit"
          name="still"
          value={question}
          data-still={question}
          data-fields={JSON.stringify(earlier.fields)}
          aria-label={m.previous_answers_still_of({ question: text })}
        >
          {m.previous_answers_still()}
        </Button>
      </div>
    </div>
  );
}

/** One tap for all earlier answers of a section that are not too old. */
export function EarlierSection({ count }: { count: number }) {
  if (count < 2) return null;
  return (
    <div className="grid gap-2 border-t border-line py-4">
      <p>{m.previous_answers_section_lead()}</p>
      <div>
        <Button type="submit" name="still" value="*" size="lg" className="whitespace-normal">
          {m.previous_answers_section({ count: formatNumber(count) })}
        </Button>
      </div>
    </div>
  );
}
