import { useNavigation } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Field, TextArea } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { RadioGroup, Select } from '~/ui/select';
import { type FormFailure, fieldOf } from '~/web/forms';
import { ScreenBox } from './act-form';
import type { FoundParty } from './start-case.server';
import { triggerOptions } from './words';

type Shown = {
  found: readonly FoundParty[];
  isSearched: boolean;
  people: readonly { userId: string; name: string }[];
  failure: FormFailure | null;
};

/** One form for all of it: searching, too, sends it by POST and brings back what was typed. */
export function NewCaseForm({ found, isSearched, people, failure }: Shown) {
  const { state, formMethod } = useNavigation();
  const typed = (name: string) => failure?.values[name]?.[0] ?? '';
  const about = typed('about') || (found.length === 1 ? found[0]?.publicId : undefined);
  const { screened: _, ...errors } = failure?.errors ?? {};
  return (
    <Form method="post" noValidate className="grid gap-6">
      <ErrorSummary errors={errors} />
      <input type="hidden" name="assessment" value={typed('assessment')} />
      <input type="hidden" name="question" value={typed('question')} />
      <div className="grid gap-3">
        <div className="flex items-end gap-2">
          <Field
            {...fieldOf(failure, 'q')}
            type="search"
            label={m.matter_search()}
            hint={m.matter_search_hint()}
            optional={found.length > 0}
            autoComplete="off"
            className="grow"
          />
          <Button type="submit" name="intent" value="search">
            {m.matter_find()}
          </Button>
        </div>
        {isSearched && found.length === 0 && <p role="status">{m.matter_found_none()}</p>}
        {found.length > 0 && (
          <RadioGroup
            key={found.map(({ publicId }) => publicId).join()}
            name="about"
            label={m.matter_about()}
            defaultValue={about}
            error={failure?.errors.about?.[0]}
            options={found.map(({ publicId, name }) => ({ value: publicId, label: name, hint: publicId }))}
          />
        )}
        {typed('question') && <p className="text-muted">{m.matter_place({ question: typed('question') })}</p>}
      </div>
      <RadioGroup
        name="trigger"
        label={m.matter_trigger()}
        defaultValue={typed('trigger') || undefined}
        error={failure?.errors.trigger?.[0]}
        options={triggerOptions()}
      />
      <TextArea {...fieldOf(failure, 'account')} label={m.matter_account()} hint={m.matter_account_hint()} rows={5} maxLength={4000} />
      <Select
        {...fieldOf(failure, 'second')}
        label={m.matter_second()}
        hint={m.matter_second_hint()}
        empty={m.matter_second_choose()}
        options={people.map(({ userId, name }) => ({ value: userId, label: name }))}
      />
      <ScreenBox failure={failure} />
      <div>
        <Button type="submit" name="intent" value="open" variant="primary" busy={state !== 'idle' && formMethod === 'POST'}>
          {m.matter_open()}
        </Button>
      </div>
    </Form>
  );
}
