import { Link } from '@remix-run/react';
import type { StateImposed } from '#scoring';
import { m } from '~/paraglide/messages';
import { tableHref } from './addresses';

/** Forced labour that a state imposes, beside the score: no site can remedy it. */
export function StateImposedMarks({ marks }: { marks: readonly StateImposed[] }) {
  if (marks.length === 0) return null;
  return (
    <ul className="grid gap-2">
      {marks.map(({ reason, reportYear, provenance }) => (
        <li key={reason} className="border-s-4 border-warning ps-3">
          <strong>{m.score_state_title()}</strong>.{' '}
          {reason === 'region' ? m.score_state_region() : m.score_state_government({ year: String(reportYear ?? '') })}
          {provenance && (
            <>
              {' '}
              <Link to={tableHref(provenance)}>{provenance.producer}</Link>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
