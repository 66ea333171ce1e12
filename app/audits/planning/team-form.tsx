import { Link, useSearchParams } from '@remix-run/react';
import { PersonField } from '~/platform/forms/person-field';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { SelectOrCombobox } from '~/ui/combobox/select-or-combobox';
import { Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { languageOptions } from '~/ui/language-options';
import { Select } from '~/ui/select';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import { mostLanguages, teamParts } from './states';
import { partLabel } from './labels';

export type TeamRow = {
  userId: string;
  name: string | null;
  part: string;
  /** Why without a valid credential. */
  explanation: string;
  languages: string[];
  declaration: string | null;
  interest: string;
};

export const teamFormId = 'team-form';
/** Empty lists for added languages. */
const emptyLists = 2;

/** The member whom the form changes: the refused one, else the one in the address. */
export function useChanged(team: readonly TeamRow[], failure: FormFailure | undefined): TeamRow | undefined {
  const [asked] = useSearchParams();
  const member = failure?.values.intent?.[0] === 'put-on-team' ? failure.values.member?.[0] : asked.get('member');
  return team.find(({ userId }) => userId === member);
}

/** Puts one of those who are not on the team (`free`) on it, or changes part and languages of one who is. Needs no script. */
export function TeamForm({
  changed,
  free,
  failure,
}: {
  changed: TeamRow | undefined;
  free: readonly { id: string; name: string }[];
  failure: FormFailure | undefined;
}) {
  if (!changed && free.length === 0) return <p className="mt-4 text-muted">{m.audits_team_all()}</p>;
  return (
    <Form method="post" id={teamFormId} className="mt-4 grid max-w-3xl gap-4">
      <input type="hidden" name="intent" value="put-on-team" />
      {changed && (
        <>
          <h3>
            <bdi>{m.audits_team_change_named({ name: changed.name ?? '' })}</bdi>
          </h3>
          <input type="hidden" name="member" value={changed.userId} />
        </>
      )}
      <div className="grid gap-3 sm:grid-cols-2">
        {!changed && <PersonField {...fieldOf(failure, 'member')} label={m.audits_team_member()} people={free} required offersInvitation />}
        <Select
          {...fieldOf(failure, 'part', changed?.part ?? 'assessor')}
          label={m.audits_team_part()}
          options={teamParts.map((value) => ({ value, label: partLabel(value) }))}
        />
      </div>
      <Field
        {...fieldOf(failure, 'explanation', changed?.explanation)}
        optional
        label={m.auditors_explanation()}
        hint={m.auditors_explanation_hint()}
        maxLength={500}
      />
      <LanguageLists kept={failure?.values.languages ?? changed?.languages ?? []} error={failure?.errors.languages?.[0]} />
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit">{changed ? m.audits_save() : m.audits_team_add()}</Button>
        {changed && <Link to={{ search: '' }}>{m.audits_team_change_stop()}</Link>}
      </div>
    </Form>
  );
}

/** A select for each spoken language and some spare ones; `kept` may contain free text from before languages were codes. */
function LanguageLists({ kept, error }: { kept: readonly string[]; error: string | undefined }) {
  const spoken = kept.filter((code) => code !== '');
  const lists = [...spoken, ...Array.from({ length: emptyLists }, () => '')].slice(0, mostLanguages);
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">{m.audits_team_languages_hint()}</legend>
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {lists.map((code, place) => (
          <SelectOrCombobox
            key={`${code}-${place.toString()}`}
            {...{ name: 'languages', id: place === 0 ? 'field-languages' : `field-languages-${place}`, defaultValue: code }}
            {...(place === 0 ? { error } : {})}
            label={m.audits_team_language_nth({ number: place + 1 })}
            empty="—"
            options={languageOptions(code)}
          />
        ))}
      </div>
    </fieldset>
  );
}
