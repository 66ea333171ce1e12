import type { ReactNode } from 'react';
import { Button } from './button';
import { Form } from './form';
import { ErrorSummary } from './form-errors';

/** The frame of a form that is one column of fields: what was refused, what is sent unseen, the fields, and the button. */
export function PostForm({
  errors,
  hidden = {},
  submit,
  children,
}: {
  errors: Record<string, string[]> | undefined;
  /** Sent unseen; left out where undefined. */
  hidden?: Readonly<Record<string, string | number | undefined>>;
  submit: string;
  children: ReactNode;
}) {
  return (
    <Form method="post" noValidate className="grid max-w-prose gap-4">
      <ErrorSummary errors={errors} />
      {Object.entries(hidden).map(([name, value]) => value !== undefined && <input key={name} type="hidden" name={name} value={value} />)}
      {children}
      <div>
        <Button type="submit" variant="primary">
          {submit}
        </Button>
      </div>
    </Form>
  );
}
