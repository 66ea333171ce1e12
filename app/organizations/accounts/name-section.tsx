import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { Section } from '~/ui/page-header';
import { type FormFailure, fieldOf } from '~/ui/form-values';

/** The name under which others see the person. */
export function NameSection({ name, failure }: { name: string; failure: FormFailure | undefined }) {
  return (
    <Section title={m.accounts_settings_name()} lead={m.accounts_settings_name_lead()} id="name">
      <Form method="post" action="/account#name" noValidate className="flex flex-col gap-4">
        <ErrorSummary errors={failure?.errors} />
        <Field {...fieldOf(failure, 'name', name)} label={m.accounts_person_name()} autoComplete="name" maxLength={120} required />
        <div>
          <Button variant="primary" name="intent" value="name">
            {m.accounts_settings_save_name()}
          </Button>
        </div>
      </Form>
    </Section>
  );
}
