import { type FormEvent, useEffect, useState } from 'react';
import { entryKindLabel } from '~/audits/entries/labels';
import type { SentEntry } from '~/audits/entries/entries';
import { sendingHash } from '~/audits/entries/entry-hash';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { formatNumber } from '~/ui/format';
import { Box } from './box';
import { isUnsent } from './device-entries';
import { exportDevice } from './device-file';
import { isName } from './is-name';
import { useRecorder } from './recorder-context';
import type { Recording } from './recording';
import { receiptText } from './queue-bar';
import { refusalLabel } from './recorder-labels';
import { valueLines } from './value-lines';
import { ViewTitle } from './view-title';

/** Data on this device: its export file, refused entries with reasons, and clearing. */
export function DeviceView({ onClear }: { onClear: () => Promise<void> }) {
  const { recording, sending } = useRecorder();
  const entries = [...recording.entries.values()];
  const refused = entries.filter(({ state }) => state === 'refused');
  const unsent = entries.filter(isUnsent).length;
  const hashes = entries.map(({ entry }) => entry.hash).join(' ');
  const [hash, setHash] = useState('');
  useEffect(() => {
    void sendingHash(hashes === '' ? [] : hashes.split(' ')).then(setHash);
  }, [hashes]);
  return (
    <>
      <ViewTitle lead={m.recorder_device_lead()}>{m.recorder_device()}</ViewTitle>
      <p>
        {m.recorder_device_holds({ count: entries.length, photos: formatNumber(recording.all('photo').length) })}{' '}
        <code data-device-hash="" className="text-xs break-all">
          {hash}
        </code>
      </p>
      {recording.receipt && <p className="text-muted">{receiptText(recording)}</p>}
      {refused.length > 0 && (
        <section className="grid gap-2">
          <h3>{m.recorder_refused_title()}</h3>
          <ul className="grid gap-2">
            {refused.map(({ entry, reason }) => (
              <li key={entry.id} className="grid gap-1 rounded border border-danger p-3">
                <p className="font-semibold">
                  {entryKindLabel(entry.kind)} <span className="font-normal text-muted">{entry.kind === 'check' ? entry.key : ''}</span>
                </p>
                <p className="text-danger">{refusalLabel(reason)}</p>
                {valueLines(recording.pack, entry).map((line) => (
                  <p key={line} className="text-muted">
                    <bdi>{line}</bdi>
                  </p>
                ))}
                <div className="flex flex-wrap gap-2">
                  <Button type="button" size="lg" onClick={() => void recording.mark([entry.id], 'tried').then(() => sending.later(0))}>
                    {m.recorder_try_again()}
                  </Button>
                  {reason === 'unknown-place' && (
                    <Button type="button" size="lg" onClick={() => void keepAsNote(recording, entry).then(() => sending.later(0))}>
                      {m.recorder_keep_as_note()}
                    </Button>
                  )}
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      <ExportBox />
      <section className="grid max-w-prose gap-3">
        <h3>{m.recorder_clear_title()}</h3>
        <Box
          label={m.recorder_clear_when_received()}
          isChecked={recording.settings.clearsWhenReceived}
          onChange={(clearsWhenReceived) => void recording.change({ clearsWhenReceived }).then(() => sending.later(0))}
        />
        <ClearForm unsent={unsent} onClear={onClear} />
      </section>
    </>
  );
}

/** Turns an entry that no longer fits the audit into a team-only note: the question and what was recorded. */
async function keepAsNote(recording: Recording, entry: SentEntry): Promise<void> {
  const question = recording.pack.sections.flatMap(({ questions }) => questions).find(({ key }) => key === entry.key);
  const text = [[entry.key, question?.text].filter(Boolean).join(' '), ...valueLines(recording.pack, entry)].join('\n').slice(0, 10_000);
  await recording.record('note', crypto.randomUUID(), () => ({ about: null, text, isRestricted: true, isWithdrawn: false }));
  await recording.discard(entry.id);
}

function ExportBox() {
  const { recording } = useRecorder();
  const [isBusy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    const address = URL.createObjectURL(await exportDevice(recording));
    const link = document.createElement('a');
    Object.assign(link, { href: address, download: `audit-${recording.pack.audit.number}-device.json` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    setBusy(false);
  };
  return (
    <section className="grid max-w-prose gap-2">
      <h3>{m.recorder_export_title()}</h3>
      <p className="text-muted">{m.recorder_export_text()}</p>
      <div>
        <Button type="button" size="lg" busy={isBusy} disabled={isBusy} onClick={() => void save()}>
          {m.recorder_export()}
        </Button>
      </div>
    </section>
  );
}

/** Before all was received the name of the place must be typed; afterwards one more click is enough. */
function ClearForm({ unsent, onClear }: { unsent: number; onClear: () => Promise<void> }) {
  const { pack } = useRecorder().recording;
  const name = pack.site ?? pack.supplier;
  const [error, setError] = useState<string | undefined>();
  const [isSure, setSure] = useState(false);
  const clear = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget).get('name') ?? '');
    if (unsent > 0 && !isName(typed, name)) setError(m.recorder_clear_name_wrong({ name }));
    else if (unsent === 0 && !isSure) setSure(true);
    else void onClear();
  };
  return (
    <form onSubmit={clear} className="grid gap-3" noValidate>
      {unsent > 0 ? (
        <>
          <p className="text-danger">{m.recorder_clear_unsent({ count: unsent })}</p>
          <Field name="name" label={m.recorder_clear_name({ name })} autoComplete="off" error={error} />
        </>
      ) : (
        <p className="text-muted">{isSure ? m.recorder_clear_sure() : m.recorder_clear_all_received()}</p>
      )}
      <div>
        <Button type="submit" variant="danger" size="lg">
          {isSure ? m.recorder_clear_yes() : m.recorder_clear()}
        </Button>
      </div>
    </form>
  );
}
