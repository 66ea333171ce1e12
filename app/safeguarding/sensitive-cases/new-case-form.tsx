import { useNavigation } from '@remix-run/react';
import { PersonField } from '~/platform/forms/person-field';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Field, TextArea } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { RadioGroup } from '~/ui/select';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import { ScreenBox } from './act-form';
import type { FoundParty } from './start-case.server';
import { triggerOptions } from './labels';

type Shown = {
  found: readonly FoundParty[];
  isSearched: boolean;
  people: readonly { userId: string; name: string }[];
  failure: FormFailure | null;
};

/** One form for searching and opening: both use POST and return what was typed. */
export function NewCaseForm({ found, isSearched, people, failure }: Shown) {
  const { state, formMethod } = useNavigation();
  const typed = (name: string) => failure?.values[name]?.[0] ?? '';
  const about = typed('about') || (found.length === 1 ? found[0]?.publicId : undefined);
  const { screened: _, ...errors } = failure?.errors ?? {};
  return (
    <Form method="post" noValidate className="grid gap-6">
      <ErrorSummary errors={errors} />
      <input type="hidden" name="response" value={typed('response')} />
      <input type="hidden" name="question" value={typed('question')} />
      <div className="grid gap-3">
        <div className="flex items-end gap-2">
          <Field
            {...fieldOf(failure, 'q')}
            type="search"
            label={m.sensitive_cases_search()}
            hint={m.sensitive_cases_search_hint()}
            optional={found.length > 0}
            autoComplete="off"
            className="grow"
          />
          <Button type="submit" name="intent" value="search">
            {m.sensitive_cases_find()}
          </Button>
        </div>
        {isSearched && found.length === 0 && <p role="status">{m.sensitive_cases_found_none()}</p>}
        {found.length > 0 && (
          <RadioGroup
            key={found.map(({ publicId }) => publicId).join()}
            name="about"
            label={m.sensitive_cases_about()}
            defaultValue={about}
            error={failure?.errors.about?.[0]}
            options={found.map(({ publicId, name }) => ({ value: publicId, label: name, hint: publicId }))}
          />
        )}
        {typed('question') && <p className="text-muted">{m.sensitive_cases_place({ question: typed('question') })}</p>}
      </div>
      <RadioGroup
        name="trigger"
        label={m.sensitive_cases_trigger()}
        defaultValue={typed('trigger') || undefined}
        error={failure?.errors.trigger?.[0]}
        options={triggerOptions()}
      />
      <TextArea
        {...fieldOf(failure, 'account')}
        label={m.sensitive_cases_account()}
        hint={m.sensitive_cases_account_hint()}
        rows={5}
        maxLength={4000}
      />
      <PersonField
        {...fieldOf(failure, 'second')}
        label={m.sensitive_cases_second()}
        hint={m.sensitive_cases_second_hint()}
        empty={m.sensitive_cases_second_choose()}
        people={people.map(({ userId, name }) => ({ id: userId, name }))}
      />
      <ScreenBox failure={failure} />
      <div>
        <Button type="submit" name="intent" value="open" variant="primary" busy={state !== 'idle' && formMethod === 'POST'}>
          {m.sensitive_cases_open()}
        </Button>
      </div>
    </Form>
  );
}
