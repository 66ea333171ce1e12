import type { StateImposed } from '#scoring';
import { m } from '~/paraglide/messages';
import { tableHref } from '~/risk/reference-tables/table-href';
import { TableLink } from './table-link';

/** Forced labour that a state imposes, beside the score: no site can remedy it. */
export function StateImposedMarks({ marks }: { marks: readonly StateImposed[] }) {
  if (marks.length === 0) return null;
  return (
    <div className="border-s-4 border-warning ps-3">
      <p>
        <strong>{m.scores_state_title()}</strong>
      </p>
      <ul className="grid gap-1">
        {marks.map(({ reason, reportYear, provenance }) => (
          <li key={reason}>
            {reportYear === null ? m.scores_state_region() : m.scores_state_government({ year: String(reportYear) })}
            {provenance && (
              <>
                {' '}
                <TableLink href={tableHref(provenance)}>{provenance.producer}</TableLink>
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
