import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { formatDate } from '~/ui/format';
import { Section } from '~/ui/page-header';
import type { Version } from './read-versions.server';

/** What the supplier sent, where it sent more than once; the newest is what the page shows. */
export function VersionList({ versions, here }: { versions: SerializeFrom<Version>[]; here: string }) {
  if (versions.length < 2) return null;
  return (
    <div id="versions">
      <Section title={m.answer_review_versions()} lead={m.answer_review_versions_lead()}>
        <ul className="grid gap-1">
          {versions.map(({ id, sentAt, replacedAt }) => (
            <li key={id}>
              {replacedAt ? (
                <Link to={`${here}/versions/${id}`} className="text-accent underline">
                  {m.answer_review_version_replaced({ sent: formatDate(sentAt), replaced: formatDate(replacedAt) })}
                </Link>
              ) : (
                m.answer_review_version_newest({ sent: formatDate(sentAt) })
              )}
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
