import { conflictsOf } from '~/audits/entries/current-entries';
import { entryKindLabel } from '~/audits/entries/labels';
import { m } from '~/paraglide/messages';
import { Notice } from '~/ui/notice';
import { ConflictBox } from './conflict-box';
import { useRecorder } from './recorder-context';

/** All that devices wrote past each other, wherever one is. */
export function ConflictList() {
  const { recording } = useRecorder();
  const conflicts = conflictsOf(recording.current);
  if (conflicts.length === 0) return null;
  return (
    <details data-conflicts={conflicts.length} className="grid gap-2">
      <summary className="min-h-11 cursor-pointer py-3 font-semibold text-warning">
        {m.audits_conflicts_count({ conflicts: conflicts.length })}
      </summary>
      <div className="grid gap-3">
        {conflicts.map(({ kind, key }) => {
          const question = recording.pack.sections.flatMap(({ questions }) => questions).find((each) => each.key === key);
          return (
            <section key={`${kind} ${key}`} className="grid gap-1">
              <Notice tone="info" title={entryKindLabel(kind)}>
                {question?.text}
              </Notice>
              <ConflictBox kind={kind} recordKey={key} />
            </section>
          );
        })}
      </div>
    </details>
  );
}
