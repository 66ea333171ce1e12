import { m } from '~/paraglide/messages';
import { formatDate } from '~/ui/format';
import { certaintyLabel } from './labels';
import type { ShownRequirement } from './requirement';

/** What the law requires, each with law and article, and how it is known. What was only recalled says that it has to be checked. */
export function RequirementList({ requirements }: { requirements: readonly ShownRequirement[] }) {
  return (
    <ul className="grid gap-2">
      {requirements.map(({ number, text, law, inForceSince, certainty, note }) => (
        <li key={number}>
          <span lang="en">{text}</span>
          <span className="block text-xs text-muted">
            {law !== null && <span lang="en">{law}</span>}
            {inForceSince !== null && ` · ${m.national_law_since({ date: sinceLabel(inForceSince) })}`}
            {law !== null || inForceSince !== null ? ' · ' : ''}
            <span className={certainty === 'confirmed' ? undefined : 'font-semibold'}>{certaintyLabel(certainty)}</span>
            {note !== null && (
              <>
                {' · '}
                <span lang="en">{note}</span>
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** A day, or a year or month as the table has it. */
const sinceLabel = (since: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(since) ? formatDate(since) : since);
