import { useFetcher } from '@remix-run/react';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { useScripted } from '~/ui/use-scripted';

export type SaveReply = { ok: true; savedAt: string } | { ok: false; message: string };

/** A form that saves itself shortly after each change and says so. Without script it has a button. `hidden` goes with every sending. */
export function AutosaveForm({ intent, hidden, children }: { intent: string; hidden?: Record<string, string>; children: ReactNode }) {
  const fetcher = useFetcher<SaveReply>();
  const isScripted = useScripted();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const form = useRef<HTMLFormElement>(null);
  const send = () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (form.current) fetcher.submit(form.current, { method: 'post' });
  };
  const later = (event: FormEvent) => {
    clearTimeout(timer.current);
    // Chosen at once, written when the hand rests.
    const isTyped =
      event.target instanceof HTMLTextAreaElement || (event.target instanceof HTMLInputElement && event.target.type === 'text');
    timer.current = setTimeout(send, isTyped ? 700 : 0);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what waits is sent once, when the form goes
  useEffect(
    () => () => {
      if (timer.current !== undefined) send();
    },
    [],
  );
  const { state, data } = fetcher;
  return (
    <fetcher.Form
      ref={form}
      method="post"
      noValidate
      onInput={later}
      onBlur={() => timer.current !== undefined && send()}
      className="grid gap-4"
    >
      <input type="hidden" name="intent" value={intent} />
      {Object.entries(hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <div className="flex min-h-9 flex-wrap items-center gap-3">
        {!isScripted && <Button variant="primary">{m.builder_save()}</Button>}
        <p role="status" className={data?.ok === false ? 'text-danger' : 'text-muted'}>
          {state !== 'idle' ? m.builder_saving() : data?.ok === false ? data.message : data?.ok ? m.builder_saved() : ''}
        </p>
      </div>
    </fetcher.Form>
  );
}
