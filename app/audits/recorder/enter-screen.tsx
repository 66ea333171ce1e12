import { type FormEvent, useState } from 'react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Field, FileField } from '~/ui/field';
import { importDevice } from './device-file';
import { fetchPack } from './fetch-pack';
import { ForgottenForm } from './forgotten-form';
import { isFull, Recording } from './recording';
import { shortestPassphrase } from './sealing';
import { Vault } from './vault';

type Entering = { auditId: string; base: string; isNew: boolean; onOpen: (recording: Recording) => void; onForgotten: () => void };
type Errors = Partial<Record<'passphrase' | 'again' | 'file', string>>;

/** Asks for the passphrase: a new one on a device that begins, or the one that was set. */
export function EnterScreen({ auditId, base, isNew, onOpen, onForgotten }: Entering) {
  return isNew ? (
    <div className="grid gap-10">
      <BeginForm auditId={auditId} base={base} onOpen={onOpen} />
      <LoadForm auditId={auditId} onOpen={onOpen} />
    </div>
  ) : (
    <div className="grid gap-10">
      <UnlockForm auditId={auditId} base={base} onOpen={onOpen} />
      <ForgottenForm auditId={auditId} base={base} onForgotten={onForgotten} />
    </div>
  );
}

/** Runs a form's action once at a time; an error without a reason of its own gets a plain message. */
function useEnter(work: (form: FormData) => Promise<Errors | null>) {
  const [errors, setErrors] = useState<Errors>({});
  const [isBusy, setBusy] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    work(form)
      .catch((error: unknown): Errors => ({ passphrase: isFull(error) ? m.recorder_enter_full() : m.recorder_enter_failed() }))
      .then((found) => {
        setBusy(false);
        setErrors(found ?? {});
      });
  };
  return { errors, isBusy, submit };
}

const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '');

function BeginForm({ auditId, base, onOpen }: Omit<Entering, 'isNew' | 'onForgotten'>) {
  const { errors, isBusy, submit } = useEnter(async (form) => {
    const passphrase = textOf(form, 'passphrase');
    if (passphrase.length < shortestPassphrase) return { passphrase: m.recorder_passphrase_short({ characters: shortestPassphrase }) };
    if (passphrase !== textOf(form, 'again')) return { again: m.recorder_passphrase_differs() };
    const pack = await fetchPack(base);
    if (!pack) return { passphrase: m.recorder_no_pack() };
    onOpen(await Recording.begin(await Vault.create(auditId, passphrase), pack));
    return null;
  });
  return (
    <form onSubmit={submit} className="grid max-w-prose gap-4" noValidate>
      <h2>{m.recorder_begin_title()}</h2>
      <p>{m.recorder_begin_text()}</p>
      <Field
        {...{ name: 'passphrase', type: 'password', autoComplete: 'new-password', required: true, error: errors.passphrase }}
        label={m.recorder_passphrase()}
        hint={m.recorder_passphrase_hint({ characters: shortestPassphrase })}
      />
      <Field
        {...{ name: 'again', type: 'password', autoComplete: 'new-password', required: true, error: errors.again }}
        label={m.recorder_passphrase_again()}
      />
      <div>
        <Button type="submit" variant="primary" size="lg" busy={isBusy} disabled={isBusy}>
          {m.recorder_begin()}
        </Button>
      </div>
    </form>
  );
}

function UnlockForm({ auditId, base, onOpen }: Omit<Entering, 'isNew' | 'onForgotten'>) {
  const { errors, isBusy, submit } = useEnter(async (form) => {
    const vault = await Vault.open(auditId, textOf(form, 'passphrase'));
    if (!vault) return { passphrase: m.recorder_passphrase_wrong() };
    const kept = await Recording.load(vault);
    const pack = kept ? null : await fetchPack(base);
    const recording = kept ?? (pack && (await Recording.begin(vault, pack)));
    if (!recording) return { passphrase: m.recorder_no_pack() };
    onOpen(recording);
    return null;
  });
  return (
    <form onSubmit={submit} className="grid max-w-prose gap-4" noValidate>
      <h2>{m.recorder_unlock_title()}</h2>
      <p>{m.recorder_unlock_text()}</p>
      <Field
        {...{ name: 'passphrase', type: 'password', autoComplete: 'current-password', required: true, error: errors.passphrase }}
        label={m.recorder_passphrase()}
      />
      <div>
        <Button type="submit" variant="primary" size="lg" busy={isBusy} disabled={isBusy}>
          {m.recorder_unlock()}
        </Button>
      </div>
    </form>
  );
}

function LoadForm({ auditId, onOpen }: Pick<Entering, 'auditId' | 'onOpen'>) {
  const { errors, isBusy, submit } = useEnter(async (form) => {
    const file = form.get('file');
    if (!(file instanceof File) || file.size === 0) return { file: m.recorder_load_no_file() };
    const loaded = await importDevice(await file.text(), { auditId, passphrase: textOf(form, 'filePassphrase') });
    if (loaded.kind === 'loaded') onOpen(loaded.recording);
    else if (loaded.code === 'wrong-passphrase') return { passphrase: m.recorder_passphrase_wrong() };
    else if (loaded.code === 'other-audit') return { file: m.recorder_load_other() };
    else return { file: loaded.code === 'damaged' ? m.recorder_load_damaged() : m.recorder_load_no_file() };
    return null;
  });
  return (
    <details className="max-w-prose border-t border-line pt-4" open={Object.keys(errors).length > 0 || undefined}>
      <summary className="min-h-11 cursor-pointer py-2 font-semibold">{m.recorder_load_title()}</summary>
      <form onSubmit={submit} className="mt-3 grid gap-4" noValidate>
        <p>{m.recorder_load_text()}</p>
        <FileField {...{ name: 'file', accept: '.json,application/json', error: errors.file }} label={m.recorder_load_file()} />
        <Field
          {...{ name: 'filePassphrase', type: 'password', autoComplete: 'off', required: true, error: errors.passphrase }}
          label={m.recorder_load_passphrase()}
        />
        <div>
          <Button type="submit" size="lg" busy={isBusy} disabled={isBusy}>
            {m.recorder_load()}
          </Button>
        </div>
      </form>
    </details>
  );
}
