import type { EntryKind } from '~/audits/entries/entries';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { useRecorder } from './recorder-context';
import { valueLines } from './value-lines';

/** Where devices wrote past each other: each value, to choose one. What is chosen replaces all of them. */
export function ConflictBox({ kind, recordKey }: { kind: EntryKind; recordKey: string }) {
  const { recording, sending } = useRecorder();
  const heads = recording.headsOf(kind, recordKey);
  if (new Set(heads.map(({ value }) => JSON.stringify(value))).size < 2) return null;
  return (
    <Notice tone="warning" title={m.recorder_conflict()}>
      <ul className="grid gap-3">
        {heads.map((entry) => (
          <li key={entry.id} className="grid gap-1 rounded border border-edge bg-surface p-3">
            <p className="font-semibold">{m.recorder_conflict_by({ name: recording.byOf(entry.id) ?? m.recorder_conflict_here() })}</p>
            <ul>
              {valueLines(recording.pack, entry).map((line) => (
                <li key={line}>
                  <bdi>{line}</bdi>
                </li>
              ))}
            </ul>
            <div>
              <Button
                type="button"
                size="lg"
                onClick={() => {
                  void recording.resolveConflict(kind, recordKey, entry.value);
                  sending.later();
                }}
              >
                {m.recorder_conflict_keep()}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
