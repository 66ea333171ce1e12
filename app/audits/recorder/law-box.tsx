import { type FormEvent, useRef, useState } from 'react';
import { RequirementFields } from '~/audits/national-law/requirement-fields';
import { RequirementList } from '~/audits/national-law/requirement-list';
import type { ShownRequirement } from '~/audits/national-law/requirement';
import { readRequirementForm } from '~/audits/national-law/read-requirement-form';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { formatCountry, formatDate } from '~/ui/format';
import { useRecorder } from './recorder-context';
import type { Recording } from './recording';
import { useFormDraft } from './use-form-draft';

/**
 * What the law of the country requires, beside the question that is held against it; where it is not known, the team enters it with its source. `isOfLaw`: a
 * question whose answer says whether the site complies, so that an unknown requirement is missing.
 */
export function LawBox({ question, isOfLaw }: { question: string; isOfLaw: boolean }) {
  const { recording } = useRecorder();
  const { law } = recording.pack;
  const draftKey = `requirement ${question}`;
  const [isEntering, setEntering] = useState(() => recording.drafts.of('requirement', draftKey) !== null);
  const [isShown, setShown] = useState(isEntering);
  if (!law) return null;
  const requirements = shownFor(recording, question);
  if (requirements.length === 0 && !isOfLaw && !isEntering) return null;
  const last = requirements
    .map(({ checkedOn }) => checkedOn)
    .sort()
    .at(-1);
  const country = formatCountry(law.country);
  return (
    <details data-law={question} open={isShown} onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary className="min-h-11 cursor-pointer py-3 text-accent">
        {requirements.length > 0
          ? m.national_law_requirements({ country, count: requirements.length })
          : m.national_law_not_known({ country })}
      </summary>
      <div className="mb-2 grid max-w-prose gap-3 rounded bg-sunken px-4 py-3">
        {requirements.length > 0 && <RequirementList requirements={requirements} />}
        {last !== undefined && (
          <p className="text-xs text-muted">{`${m.national_law_checked({ date: formatDate(last) })} ${m.national_law_no_advice()}`}</p>
        )}
        <OwnRequirements question={question} />
        {isEntering ? (
          <RequirementForm question={question} draftKey={draftKey} onClose={() => setEntering(false)} />
        ) : (
          <div>
            <Button type="button" size="lg" onClick={() => setEntering(true)}>
              {m.national_law_add()}
            </Button>
          </div>
        )}
      </div>
    </details>
  );
}

/** Those of the pack, and those that were entered since on any device of the team. */
function shownFor(recording: Recording, question: string): ShownRequirement[] {
  const known = recording.pack.law?.requirements[question] ?? [];
  const ids = new Set(known.map(({ entered }) => entered?.id));
  const fresh = recording.all('requirement').flatMap(({ value, entry }): ShownRequirement[] =>
    value.question !== question || ids.has(entry.id)
      ? []
      : [
          {
            ...{ number: 0, topic: 'other', text: value.text, law: [value.law, value.article].filter(Boolean).join(', ') },
            ...{ inForceSince: value.validFrom, certainty: 'second-hand', checkedOn: value.readOn, note: null },
            entered: {
              ...{ id: entry.id, by: recording.byOf(entry.id) ?? recording.pack.you, on: entry.madeAt.slice(0, 10) },
              ...{ url: value.url || null, confirmedBy: null, confirmedOn: null },
            },
          },
        ],
  );
  return [...known, ...fresh];
}

/** What this audit entered for the question may be withdrawn while it is recorded; what was confirmed is withdrawn at a desk. */
function OwnRequirements({ question }: { question: string }) {
  const { recording, sending } = useRecorder();
  const confirmed = new Set(
    (recording.pack.law?.requirements[question] ?? []).flatMap(({ entered }) => (entered?.confirmedBy ? entered.id : [])),
  );
  const own = recording.all('requirement').filter(({ value, entry }) => value.question === question && !confirmed.has(entry.id));
  if (own.length === 0) return null;
  const withdraw = async (key: string) => {
    await recording.record('requirement', key, (now) => ({ ...(now ?? own[0]?.value ?? raise(key)), isWithdrawn: true }));
    sending.later();
  };
  return (
    <div className="flex flex-wrap gap-2">
      {own.map(({ key, value }) => (
        <Button key={key} type="button" size="lg" variant="quiet" onClick={() => void withdraw(key)}>
          {m.national_law_withdraw_named({ law: value.law })}
        </Button>
      ))}
    </div>
  );
}

function raise(key: string): never {
  throw new Error(`The requirement ${key} is not on this device.`);
}

function RequirementForm({ question, draftKey, onClose }: { question: string; draftKey: string; onClose: () => void }) {
  const { recording, sending } = useRecorder();
  const [errors, setErrors] = useState<Record<string, string>>({});
  const form = useRef<HTMLFormElement>(null);
  const draft = useFormDraft(form, { drafts: recording.drafts, kind: 'requirement', key: draftKey });
  const today = new Date().toISOString().slice(0, 10);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const read = readRequirementForm(new FormData(event.currentTarget), { question, today });
    if ('errors' in read) {
      setErrors(read.errors);
      event.currentTarget.querySelector<HTMLElement>(`[name="${Object.keys(read.errors)[0]}"]`)?.focus();
      return;
    }
    draft.drop();
    void recording
      .record('requirement', crypto.randomUUID(), () => read.value)
      .then(() => {
        sending.later();
        onClose();
      });
  };
  return (
    <form ref={form} data-record-form="requirement" onSubmit={submit} className="grid gap-4 rounded border border-line p-4" noValidate>
      <p className="text-muted">{m.national_law_add_lead()}</p>
      <RequirementFields prefix={`law-${question}`} value={null} errors={errors} today={today} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" size="lg">
          {m.national_law_save()}
        </Button>
        <Button
          type="button"
          size="lg"
          onClick={() => {
            draft.drop();
            onClose();
          }}
        >
          {m.recorder_leave()}
        </Button>
      </div>
    </form>
  );
}
