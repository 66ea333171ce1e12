import { useNavigation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Checkbox } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import type { FormFailure } from '~/ui/form-values';

/** A form of a case's page: hidden fields, errors, and the confirmation checkbox for texts that may identify a person. */
export function ActForm({
  intent,
  hidden = {},
  failure,
  submit,
  children,
}: {
  intent: string;
  hidden?: Record<string, string>;
  failure: FormFailure | undefined;
  submit: string;
  children: ReactNode;
}) {
  const { state, formMethod } = useNavigation();
  const whole = failure?.errors[''];
  return (
    <Form method="post" noValidate preventScrollReset className="grid max-w-prose gap-4 py-3">
      {whole && <ErrorSummary errors={{ '': whole }} />}
      <input type="hidden" name="intent" value={intent} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <ScreenBox failure={failure} />
      <div>
        <Button type="submit" busy={state !== 'idle' && formMethod === 'POST'}>
          {submit}
        </Button>
      </div>
    </Form>
  );
}

/** Shown when a text may identify a person. */
export function ScreenBox({ failure }: { failure: FormFailure | null | undefined }) {
  if (!failure?.errors.screened) return null;
  return <Checkbox name="screened" label={m.sensitive_cases_screen_confirm()} className="border-s-4 border-warning bg-warning-soft p-3" />;
}
