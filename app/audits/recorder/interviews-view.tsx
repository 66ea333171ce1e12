import type { EntryValue } from '~/audits/entries/entries';
import { m } from '~/paraglide/messages';
import { Field } from '~/ui/field';
import { formatLanguage, formatNumber } from '~/ui/format';
import { languageOptions } from '~/ui/language-options';
import { RadioGroup, Select } from '~/ui/select';
import { readInterviewForm } from './read-interview-form';
import { RecordList } from './record-list';
import { useRecorder } from './recorder-context';
import { plannedLabel, SampleNotes } from '~/audits/planning/sample-notes';
import { interviewTopics } from '~/audits/planning/states';
import { smallestGroup } from '~/platform/privacy/protect-counts';
import { intervieweesByGroup } from './interviewees-by-group';
import { concerns, concernLabel, topicLabel } from './interview-labels';
import type { Pack } from './pack';

type Tally = EntryValue<'tally'>;
const forms = { individual: m.recorder_form_individual, group: m.recorder_form_group };
const places = { 'on-site': m.recorder_place_on_site, 'off-site': m.recorder_place_off_site };
const choosers = {
  team: m.recorder_chosen_team,
  management: m.recorder_chosen_management,
  'worker-representatives': m.recorder_chosen_representatives,
  themselves: m.recorder_chosen_themselves,
};

/** Interviews with workers, counted: number, setting, topics. Who said what is not recorded. */
export function InterviewsView() {
  const { recording } = useRecorder();
  const all = recording.all('tally');
  const people = all.reduce((sum, { value }) => sum + value.women + value.men, 0);
  return (
    <RecordList
      kind="tally"
      title={m.audits_kind_tally()}
      lead={m.recorder_interviews_lead()}
      none={m.recorder_interviews_none()}
      add={m.recorder_interview_add()}
      above={
        <>
          <p className="font-semibold">
            {m.recorder_interviews_so_far({ people: formatNumber(people), planned: formatNumber(recording.pack.sample.interviews) })}
          </p>
          <IntervieweeTable rows={recording.pack.sample.rows} tallies={all.map(({ value }) => value)} />
        </>
      }
      line={({ value }) => (
        <>
          <p className="font-semibold">
            {forms[value.form]()} · {places[value.place]()} ·{' '}
            {m.recorder_women_men({ women: formatNumber(value.women), men: formatNumber(value.men) })}
            {value.language && ` · ${formatLanguage(value.language)}`}
          </p>
          <p className="text-muted">
            {interviewTopics
              .flatMap((topic) => {
                const concern = value.topics[topic];
                return concern && concern !== 'not-raised' ? [m.shell_named({ name: topicLabel(topic), text: concernLabel(concern) })] : [];
              })
              .join('; ')}
          </p>
        </>
      )}
      fields={(value, errors) => <TallyFields value={value} errors={errors} />}
      read={readInterviewForm}
    />
  );
}

/** Interviewees beside the plan, by group; a dash where no interview records the group, with the reason. */
export function IntervieweeTable({ rows, tallies }: { rows: Pack['sample']['rows']; tallies: readonly Tally[] }) {
  const groups = rows.filter(({ dimension }) => dimension !== undefined);
  if (groups.length === 0) return null;
  const counted = groups.map((row) => ({ ...row, interviewees: intervieweesText(intervieweesByGroup(row, tallies)) }));
  return (
    <>
      <table className="table max-w-prose" data-heard>
        <caption className="sr-only">{m.recorder_heard_title()}</caption>
        <thead>
          <tr>
            <th scope="col">{m.audits_sample_group()}</th>
            <th scope="col" className="text-end">
              {m.recorder_heard()}
            </th>
            <th scope="col" className="text-end">
              {m.recorder_heard_planned()}
            </th>
          </tr>
        </thead>
        <tbody>
          {counted.map(({ dimension, label, people, isTooSmall, interviewees }) => (
            <tr key={`${dimension} ${label}`}>
              <th scope="row" className="text-start font-normal">
                <bdi>{label}</bdi>
              </th>
              <td className="text-end whitespace-nowrap tabular-nums">{interviewees ?? '—'}</td>
              <td className="text-end tabular-nums">{plannedLabel({ people, isTooSmall })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {counted.some(({ interviewees }) => interviewees === null) && (
        <p className="max-w-prose text-sm text-muted">{m.recorder_heard_unsaid()}</p>
      )}
      <SampleNotes rows={groups} />
    </>
  );
}

/** Null without data: "none or more" would mean nothing. */
function intervieweesText(interviewees: ReturnType<typeof intervieweesByGroup>): string | null {
  if (interviewees === null || (interviewees.isLeast && interviewees.people === 0)) return null;
  const people = formatNumber(interviewees.people);
  return interviewees.isLeast ? m.recorder_heard_least({ people }) : people;
}

const optionsOf = (words: Readonly<Record<string, () => string>>) =>
  Object.entries(words).map(([value, word]) => ({ value, label: word() }));

function TallyFields({ value, errors }: { value: Tally | null; errors: Readonly<Record<string, string>> }) {
  const count = (name: 'women' | 'men' | 'migrants' | 'agency', label: string, hint?: string) => (
    <Field
      {...{
        name,
        error: errors[name],
        inputMode: 'numeric',
        defaultValue: value?.[name] ?? undefined,
        optional: name === 'migrants' || name === 'agency',
      }}
      label={label}
      hint={hint}
    />
  );
  return (
    <>
      <RadioGroup
        {...{ name: 'form', error: errors.form, defaultValue: value?.form, layout: 'row' as const }}
        label={m.recorder_form()}
        options={optionsOf(forms)}
      />
      <RadioGroup
        {...{ name: 'place', error: errors.place, defaultValue: value?.place, layout: 'row' as const }}
        label={m.recorder_place()}
        options={optionsOf(places)}
      />
      <Select
        {...{ name: 'chosenBy', defaultValue: value?.chosenBy ?? 'team' }}
        label={m.recorder_chosen_by()}
        options={optionsOf(choosers)}
      />
      <Select
        {...{ name: 'language', error: errors.language, defaultValue: value?.language ?? '' }}
        label={m.recorder_language()}
        empty={m.recorder_language_choose()}
        options={languageOptions(value?.language)}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        {count('women', m.audits_value_women())}
        {count('men', m.audits_value_men())}
        {count('migrants', m.audits_value_migrants(), m.recorder_small_group({ people: smallestGroup }))}
        {count('agency', m.audits_value_agency(), m.recorder_small_group({ people: smallestGroup }))}
      </div>
      <fieldset>
        <legend className="mb-2 font-semibold">{m.recorder_topics()}</legend>
        <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
          {interviewTopics.map((topic) => (
            <Select
              key={topic}
              {...{ name: `topic-${topic}`, defaultValue: value?.topics[topic] ?? 'not-raised' }}
              label={topicLabel(topic)}
              options={concerns.map((concern) => ({ value: concern, label: concernLabel(concern) }))}
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}
