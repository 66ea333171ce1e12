import { m } from '~/paraglide/messages';
import type { Sensitivity } from './sensitivity.server';
import { TellingTable } from './sensitivity-tables';
import { factLabel } from './labels';

/** The facts that are not known, those first that would most probably move the score to another band; those whose values have no ends follow as a list. */
export function MissingFacts({
  missing,
  sensitivity,
  editTo,
}: {
  missing: readonly string[];
  /** Null when the numbers of that day are not held. */
  sensitivity: Sensitivity | null;
  /** The page on which facts are entered; null for a member who may not. */
  editTo: string | null;
}) {
  if (missing.length === 0) return <p className="text-muted">{m.method_missing_none()}</p>;
  const telling = sensitivity?.telling ?? [];
  const others = missing.filter((field) => telling.every((each) => each.field !== field));
  return (
    <div className="grid grid-cols-1 gap-4">
      <p>{m.method_missing_lead()}</p>
      {telling.length > 0 && <TellingTable telling={telling} editTo={editTo} />}
      {others.length > 0 && (
        <ul className="grid list-disc gap-0.5 ps-5">
          {others.map((field) => (
            <li key={field}>{factLabel(field)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
