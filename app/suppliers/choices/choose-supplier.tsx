import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { PartyField } from './party-field';
import type { ReturnTo } from './return-to';

/** The first step of a form about one supplier: chooses it by the address. `mayAdd`: a missing one may be added, and the form goes on with it. */
export function ChooseSupplier({
  name,
  label,
  hint = m.responses_search_hint(),
  form,
  mayAdd,
}: {
  name: string;
  label: string;
  hint?: string;
  form: ReturnTo;
  mayAdd: boolean;
}) {
  return (
    <Form method="get" className="grid max-w-prose gap-6">
      <PartyField name={name} label={label} hint={hint} required addFor={mayAdd ? form : undefined} />
      <div>
        <Button variant="primary">{m.choices_continue()}</Button>
      </div>
    </Form>
  );
}
