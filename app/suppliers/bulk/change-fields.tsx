import { useId } from 'react';
import { PersonField } from '~/platform/forms/person-field';
import { m } from '~/paraglide/messages';
import { Field } from '~/ui/field';
import { Select } from '~/ui/select';
import type { FormFailure } from '~/ui/form-values';
import { fieldOf } from '~/ui/form-values';
import type { ChangeAct } from './changes';

/** What a change asks beside the selection. */
export function ChangeFields({
  change,
  people,
  tags,
  failure,
}: {
  change: ChangeAct;
  people: readonly { userId: string; name: string; email: string }[];
  tags: readonly { id: string; name: string }[];
  failure: FormFailure | undefined;
}) {
  const list = useId();
  switch (change) {
    case 'archive':
    case 'restore':
      return null;
    case 'assign':
      return (
        <PersonField
          label={m.lists_column_owner()}
          empty={m.lists_owner_none()}
          people={people.map(({ userId, ...person }) => ({ id: userId, ...person }))}
          {...fieldOf(failure, 'ownerId')}
        />
      );
    case 'add-tag':
      return (
        <>
          <Field
            label={m.lists_tag()}
            hint={m.lists_tag_hint()}
            list={list}
            maxLength={40}
            autoComplete="off"
            {...fieldOf(failure, 'name')}
          />
          <datalist id={list}>
            {tags.map(({ id, name }) => (
              <option key={id} value={name} />
            ))}
          </datalist>
        </>
      );
    case 'remove-tag':
      return (
        <Select
          label={m.lists_tag()}
          empty="—"
          options={tags.map(({ id, name }) => ({ value: id, label: name }))}
          {...fieldOf(failure, 'tagId')}
        />
      );
  }
}
