import { useActionData, useLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { m } from '~/paraglide/messages';
import { Button } from '../button';
import { Field } from '../field';
import type { Choice } from './choice';
import { searchButton, searchFields, searchIntent } from './search-fields';

/** What a search step found for a field: the text and its matches, and the names of what was chosen already. */
export type FoundChoices = { text: string; choices: readonly Choice[]; chosen: readonly Choice[] };

const foundIn = (data: unknown, name: string, intent?: string): FoundChoices | null => {
  if (typeof data !== 'object' || data === null || !('found' in data)) return null;
  if (intent !== undefined && !('intent' in data && data.intent === intent)) return null;
  return (data.found as Readonly<Record<string, FoundChoices>> | undefined)?.[name] ?? null;
};

/**
 * A field of a browser without script: what is chosen, what a search found, and the search, which draws the form again with all that was typed. What was found
 * comes with the answer of the action, or of the loader where the form is sent by its address.
 */
export function SearchStep({
  name,
  list,
  label,
  hint,
  error,
  chosen,
  isMultiple,
  empty,
  isFree = false,
  addHref,
  intent,
}: {
  name: string;
  list: string | undefined;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  chosen: readonly Choice[];
  isMultiple: boolean;
  empty?: string | undefined;
  isFree?: boolean;
  addHref?: string | undefined;
  intent?: string | undefined;
}) {
  const [answered, loaded] = [useActionData(), useLoaderData()];
  const found = foundIn(answered, name, intent) ?? foundIn(loaded, name);
  const matches = (found?.choices ?? []).filter(({ value }) => !chosen.some((choice) => choice.value === value));
  const box = (choice: Choice, isChecked: boolean) => (
    <label key={choice.value}>
      <input type={isMultiple ? 'checkbox' : 'radio'} name={name} value={choice.value} defaultChecked={isChecked} />
      <span>
        {choice.label} {choice.detail && <span className="text-muted">{choice.detail}</span>}
      </span>
    </label>
  );
  // A single match is what was meant, unless something else is chosen already.
  const isMeant = matches.length === 1 && (isMultiple || chosen.length === 0);
  return (
    <fieldset className="grid content-start gap-1.5">
      <legend className="mb-1 font-semibold">{label}</legend>
      {hint && <p className="text-muted">{hint}</p>}
      <div className="choices">
        {!isMultiple &&
          (empty !== undefined || isFree) &&
          (chosen.length > 0 || matches.length > 0) &&
          box({ value: '', label: empty ?? m.choices_clear() }, false)}
        {chosen.map((choice) => box(found?.chosen.find(({ value }) => value === choice.value) ?? choice, true))}
        {matches.map((choice) => box(choice, isMeant))}
      </div>
      {found && found.text !== '' && (
        <p>
          {found.choices.length === 0 ? m.choices_none({ text: found.text }) : m.choices_found({ text: found.text })}{' '}
          {addHref && <a href={addHref}>{m.choices_add_new()}</a>}
        </p>
      )}
      <div className="flex items-end gap-2">
        <Field
          name={searchFields.text(name)}
          id={`search-${name}`}
          label={isFree ? m.choices_free_label() : m.choices_search_label()}
          defaultValue={found?.text}
          maxLength={200}
          autoComplete="off"
          className="grow"
        />
        <Button name={searchButton} value={name} icon="search">
          {m.choices_search()}
        </Button>
      </div>
      {intent !== undefined && <input type="hidden" name={searchIntent} value={intent} />}
      <input type="hidden" name={searchFields.list(name)} value={list} />
      {isFree && <input type="hidden" name={searchFields.free(name)} value={isMultiple ? 'several' : 'one'} />}
      <input type="hidden" name={searchFields.shown(name)} value={found ? found.text : ''} />
      {error && <p className="text-danger">{error}</p>}
    </fieldset>
  );
}
