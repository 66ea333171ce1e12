import { m } from '~/paraglide/messages';
import { useRecorder } from './recorder-context';

/** How many samples came of files: they are counted with the others, and added and withdrawn on the audit's page alone, where files are read. */
export function FileSamples({ kind }: { kind: 'hours' | 'wage' }) {
  const { recording } = useRecorder();
  const count = recording.all(kind).filter(({ value }) => value.file !== undefined).length;
  return (
    <p className="text-muted">
      {count > 0 && <strong className="text-ink">{`${m.bulk_samples_device_files({ count })}. `}</strong>}
      {m.bulk_samples_device()}
    </p>
  );
}
