import { useFetcher } from '@remix-run/react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { failureLabel } from './failure-label';
import type { PasskeyFailure } from './in-browser';

type Given = { answer: unknown } | { failure: PasskeyFailure };
type Reply = { refused: string } | null;

/**
 * A form that is sent after the person's device confirmed. `confirm`: asks the device, in the browser alone; its answer goes with the form to `action`, as the
 * field "answer". Where no script runs, the page says what is needed.
 */
export function PasskeyForm({
  action,
  confirm,
  submit,
  isPrimary = false,
  children,
}: {
  action: string;
  confirm: (form: FormData) => Promise<Given>;
  submit: string;
  isPrimary?: boolean;
  children?: ReactNode;
}) {
  const sending = useFetcher<Reply>();
  const [state, setState] = useState<'idle' | 'working' | { failure: PasskeyFailure }>('idle');
  const isBusy = state === 'working' || sending.state !== 'idle';
  const start = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy) return;
    const form = new FormData(event.currentTarget);
    setState('working');
    const given = await confirm(form);
    if ('failure' in given) return setState({ failure: given.failure });
    form.set('answer', JSON.stringify(given.answer));
    setState('idle');
    sending.submit(form, { method: 'post', action });
  };
  const refused = isBusy ? null : typeof state === 'object' ? failureLabel(state.failure) : (sending.data?.refused ?? null);
  return (
    <Form method="post" action={action} onSubmit={start} className="grid max-w-prose gap-4" noValidate>
      {children}
      {refused !== null && (
        <Notice tone="danger" isLive>
          {refused}
        </Notice>
      )}
      <noscript>
        <Notice tone="warning">{m.personal_key_needs_script()}</Notice>
      </noscript>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant={isPrimary ? 'primary' : 'secondary'} aria-disabled={isBusy || undefined}>
          {submit}
        </Button>
        <span role="status">{state === 'working' ? m.personal_key_working() : ''}</span>
      </div>
    </Form>
  );
}
