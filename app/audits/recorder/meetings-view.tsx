import { type EntryValue, meetingKeys } from '~/audits/entries/entries';
import { momentsProblem } from '~/audits/entries/possible-dates';
import { yesOrNo } from '~/audits/planning/states';
import { m } from '~/paraglide/messages';
import { Box } from './box';
import { ConflictBox } from './conflict-box';
import { MomentField } from './moment-field';
import { useRecorder } from './recorder-context';
import { SavedText } from './saved-text';
import { boundsOf } from './typed-days';
import { useDraft } from './use-draft';
import { placeLink } from './use-place';
import { ViewTitle } from './view-title';

type Meeting = EntryValue<'meeting'>;
type Key = (typeof meetingKeys)[number];
const empty: Meeting = { at: null, until: null, functions: [], saysWorkers: null, notes: '' };
const words = {
  opening: m.recorder_meeting_opening,
  closing: m.recorder_meeting_closing,
  presence: m.recorder_meeting_presence,
} satisfies Record<Key, () => string>;
const workersLabel = {
  present: m.recorder_workers_present,
  absent: m.recorder_workers_absent,
  'none-exist': m.recorder_workers_none_exist,
} satisfies Record<NonNullable<Meeting['saysWorkers']>, () => string>;

/** Opening and closing meeting and the time on site: when, who by function, what was agreed. */
export function MeetingsView() {
  return (
    <>
      <ViewTitle lead={m.recorder_meetings_lead()}>{m.audits_kind_meeting()}</ViewTitle>
      {meetingKeys.map((key) => (
        <MeetingBox key={key} meeting={key} />
      ))}
    </>
  );
}

function MeetingBox({ meeting }: { meeting: Key }) {
  const { recording, sending } = useRecorder();
  const { value, change } = useDraft<Meeting>(recording.valueOf('meeting', meeting) ?? empty, async (part) => {
    await recording.record('meeting', meeting, (now) => ({ ...(now ?? empty), ...part }));
    sending.later();
  });
  const bounds = boundsOf(recording.pack);
  const moment = (name: 'at' | 'until', label: string) => (
    <MomentField
      id={`${meeting}-${name}`}
      label={label}
      value={value[name]}
      problemOf={(at) => momentsProblem({ ...value, [name]: at }, bounds)}
      bounds={bounds}
      onSave={(at) => change({ [name]: at, zone: Intl.DateTimeFormat().resolvedOptions().timeZone })}
    />
  );
  return (
    <section className="grid gap-4 rounded border border-line bg-surface p-4" aria-labelledby={`meeting-${meeting}`}>
      <h3 id={`meeting-${meeting}`}>{words[meeting]()}</h3>
      <ConflictBox kind="meeting" recordKey={meeting} />
      <div className="grid gap-4 sm:grid-cols-2">
        {moment('at', meeting === 'presence' ? m.recorder_arrived() : m.recorder_began())}
        {moment('until', meeting === 'presence' ? m.recorder_left() : m.recorder_ended())}
      </div>
      {meeting !== 'presence' && (
        <>
          <SavedText
            id={`${meeting}-functions`}
            label={m.recorder_functions()}
            hint={m.recorder_functions_hint()}
            value={value.functions.join('\n')}
            maxLength={4000}
            onSave={(text) => change({ functions: linesOf(text) })}
          />
          <fieldset>
            <legend className="mb-1 font-semibold">{m.recorder_workers_there()}</legend>
            <div className="flex flex-wrap gap-2">
              {(Object.keys(workersLabel) as (keyof typeof workersLabel)[]).map((saysWorkers) => (
                <Box
                  key={saysWorkers}
                  type="radio"
                  name={`${meeting}-workers`}
                  label={workersLabel[saysWorkers]()}
                  isChecked={value.saysWorkers === saysWorkers}
                  onChange={() => change({ saysWorkers })}
                />
              ))}
            </div>
          </fieldset>
        </>
      )}
      {meeting === 'closing' && (
        <>
          <p>
            <a href={placeLink('closing')} className="inline-flex min-h-11 items-center font-semibold">
              {m.closing_plan_open()}
            </a>
          </p>
          <YesOrNo
            name="results"
            label={m.recorder_results_reviewed()}
            value={value.resultsReviewed}
            onSay={(said) => change({ resultsReviewed: said })}
          />
          <YesOrNo name="change" label={m.recorder_may_change()} value={value.mayChange} onSay={(said) => change({ mayChange: said })} />
        </>
      )}
      <SavedText
        id={`${meeting}-notes`}
        label={meeting === 'presence' ? m.recorder_note() : m.recorder_meeting_notes()}
        value={value.notes}
        maxLength={4000}
        rows={3}
        onSave={(notes) => change({ notes })}
      />
    </section>
  );
}

type Said = Meeting['mayChange'];
function YesOrNo({ name, label, value, onSay }: { name: string; label: string; value: Said; onSay: (said: Said) => void }) {
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">{label}</legend>
      <div className="flex flex-wrap gap-2">
        {yesOrNo.map((each) => (
          <Box
            key={each}
            type="radio"
            name={`closing-${name}`}
            label={each === 'yes' ? m.shell_yes() : m.shell_no()}
            isChecked={value === each}
            onChange={() => onSay(each)}
          />
        ))}
      </div>
    </fieldset>
  );
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim().slice(0, 200))
    .filter(Boolean)
    .slice(0, 60);
