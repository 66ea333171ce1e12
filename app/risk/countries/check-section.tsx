import { m } from '~/paraglide/messages';
import { Section } from '~/ui/page-header';

/** What to ask a supplier there, and what to look for. */
export function CheckSection({ checks }: { checks: readonly { key: string; text: string }[] }) {
  return (
    <Section id="checks" title={m.countries_checks_title()}>
      <ol className="grid max-w-prose list-decimal gap-2 ps-6">
        {checks.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ol>
    </Section>
  );
}
