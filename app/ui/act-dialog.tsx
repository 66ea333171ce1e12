import type { ReactNode } from 'react';
import { Button } from './button';
import { Dialog } from './dialog';
import { Form } from './form';
import { ErrorSummary } from './form-errors';
import type { FormFailure } from '~/ui/form-values';

export type Refused = { intent: string; failure: FormFailure } | null;

/** The failure of one form of a page; undefined where another was refused, or none. */
export const failureOf = (refused: Refused, intent: string) => (refused?.intent === intent ? refused.failure : undefined);

/** A button that opens a form in a dialog. A refused form stays open with its input. `hidden` distinguishes forms of one intent. */
export function ActDialog({
  intent,
  title,
  refused,
  variant = 'secondary',
  isQuiet = false,
  hidden = {},
  children,
}: {
  intent: string;
  title: string;
  refused: Refused;
  variant?: 'secondary' | 'danger' | 'primary';
  /** The button that opens it has no frame: among tabs and tools. */
  isQuiet?: boolean;
  hidden?: Readonly<Record<string, string>>;
  children: ReactNode;
}) {
  const isOf = Object.entries(hidden).every(([name, value]) => refused?.failure.values[name]?.[0] === value);
  const failure = refused?.intent === intent && isOf ? refused.failure : undefined;
  const form = (
    <Form method="post" noValidate className="grid gap-4">
      <ErrorSummary errors={failure?.errors} />
      <input type="hidden" name="intent" value={intent} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <div>
        <Button type="submit" variant={variant === 'secondary' ? 'primary' : variant}>
          {title}
        </Button>
      </div>
    </Form>
  );
  return (
    <Dialog trigger={title} title={title} variant={isQuiet ? 'quiet' : variant} isRefused={failure !== undefined}>
      {form}
    </Dialog>
  );
}
