import { m } from '~/paraglide/messages';
import { formatDate } from '~/ui/format';
import { certaintyLabel } from './labels';
import type { ShownRequirement } from './requirement';

/** What the law requires, each with law and article, and how it is known. What was only recalled says that it has to be checked. */
export function RequirementList({ requirements }: { requirements: readonly ShownRequirement[] }) {
  return (
    <ul className="grid gap-2">
      {requirements.map(({ number, text, law, inForceSince, certainty, note, entered }) => (
        <li key={entered?.id ?? number}>
          {entered ? <bdi>{text}</bdi> : <span lang="en">{text}</span>}
          <span className="block text-xs text-muted">
            {law !== null && (entered ? <bdi>{law}</bdi> : <span lang="en">{law}</span>)}
            {inForceSince !== null && ` · ${m.national_law_since({ date: sinceLabel(inForceSince) })}`}
            {law !== null || inForceSince !== null ? ' · ' : ''}
            <span className={certainty === 'confirmed' ? undefined : 'font-semibold'}>{certaintyLabel(certainty)}</span>
            {entered && ` · ${m.national_law_entered_by({ name: entered.by ?? m.shell_unknown(), date: formatDate(entered.on) })}`}
            {entered?.confirmedBy && ` · ${m.national_law_confirmed_by({ name: entered.confirmedBy })}`}
            {entered?.url && (
              <>
                {' · '}
                <a href={entered.url} rel="noreferrer">
                  {m.national_law_source_link()}
                </a>
              </>
            )}
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
