import { m } from '~/paraglide/messages';
import { formatDate } from '~/ui/format';
import { Section } from '~/ui/page-header';

/** Withdrawn results of an audit. */
export function WithdrawnList({
  rows,
}: {
  rows: readonly { id: string; publishedAt: Date | string; withdrawnAt: Date | string; reason: string }[];
}) {
  if (rows.length === 0) return null;
  return (
    <Section title={m.published_results_withdrawn_title()}>
      <ul className="grid gap-2">
        {rows.map(({ id, publishedAt, withdrawnAt, reason }) => (
          <li key={id}>
            {m.published_results_was({ from: formatDate(publishedAt), to: formatDate(withdrawnAt) })} {reason}
          </li>
        ))}
      </ul>
    </Section>
  );
}
