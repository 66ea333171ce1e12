import { useDeferredValue, useState } from 'react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { classNames } from '~/ui/class-names';
import { CheckCard } from './check-card';
import {
  askedByKeys,
  everything,
  findNotes,
  findQuestions,
  type QuestionFilter,
  type QuestionStatus,
  questionStatuses,
  sitePlaces,
} from './find-questions';
import { askedByLabel, questionStatusLabel, sitePlaceLabel } from './find-labels';
import { AcceptAll } from './proposal-box';
import { useRecorder } from './recorder-context';
import type { Recording } from './recording';
import { placeLink } from './use-place';
import { ViewTitle } from './view-title';

/** The choice of no method or place. */
const any = 'any';
/** How many questions are drawn at once: each is a whole form. */
const pageSize = 20;
/** The last filter of a device, while the page is open: never stored, since words may come from a note. */
const last = new WeakMap<Recording, QuestionFilter>();

/** All questions of the audit, by status, method, place on site and words. `status`: the one that the address names. */
export function QuestionsView({ status }: { status: string | undefined }) {
  const { recording } = useRecorder();
  const named = questionStatuses.find((each) => each === status);
  const [filter, setFilter] = useState<QuestionFilter>(() =>
    named ? { ...everything, status: named } : (last.get(recording) ?? everything),
  );
  const [pages, setPages] = useState(1);
  // A question that is answered here stays until the filter changes: it must not disappear under the finger.
  const sought = useDeferredValue(filter);
  const [kept, setKept] = useState<{ filter: QuestionFilter; keys: string[] } | null>(null);
  const now = findQuestions(recording, sought);
  if (kept?.filter !== sought) setKept({ filter: sought, keys: now.map(({ question }) => question.key) });
  const keys = new Set(kept?.filter === sought ? kept.keys : now.map(({ question }) => question.key));
  const found = findQuestions(recording, everything).filter(({ question }) => keys.has(question.key));
  const shown = found.slice(0, pages * pageSize);
  const notes = findNotes(recording, sought.text);
  const change = (part: Partial<QuestionFilter>) => {
    const next = { ...filter, ...part };
    last.set(recording, next);
    setFilter(next);
    setPages(1);
  };
  return (
    <>
      <ViewTitle>{m.recorder_find_title()}</ViewTitle>
      <search className="grid grid-cols-2 gap-x-4 gap-y-3 rounded border border-line bg-surface p-4 lg:grid-cols-4">
        <label className="col-span-full grid content-start gap-1">
          <span className="font-semibold">{m.recorder_find_search()}</span>
          <input
            type="search"
            className="control"
            value={filter.text}
            maxLength={200}
            autoComplete="off"
            aria-describedby="find-hint"
            onChange={(event) => change({ text: event.currentTarget.value })}
          />
          <span id="find-hint" className="text-muted">
            {m.recorder_find_search_hint()}
          </span>
        </label>
        <Choice
          className="max-sm:col-span-full"
          label={m.recorder_find_status()}
          value={filter.status}
          options={questionStatuses.map((each) => [each, questionStatusLabel(each)])}
          onChange={(value) => change({ status: value as QuestionStatus })}
        />
        <Choice
          label={m.recorder_find_method()}
          value={filter.by ?? any}
          options={[[any, m.recorder_find_any()], ...askedByKeys.map((each): [string, string] => [each, askedByLabel(each)])]}
          onChange={(value) => change({ by: askedByKeys.find((each) => each === value) ?? null })}
        />
        <Choice
          label={m.recorder_find_place()}
          value={filter.place ?? any}
          options={[[any, m.recorder_find_any()], ...sitePlaces.map((each): [string, string] => [each, sitePlaceLabel(each)])]}
          onChange={(value) => change({ place: sitePlaces.find((each) => each === value) ?? null })}
        />
        <div className="flex items-end">
          <Button type="button" size="lg" onClick={() => change(everything)}>
            {m.recorder_find_clear()}
          </Button>
        </div>
      </search>
      <p role="status" data-found={found.length} className="font-semibold">
        {found.length === 0 ? m.recorder_find_none() : m.recorder_find_count({ count: found.length })}
      </p>
      {sought.status === 'proposed' && <AcceptAll questions={shown.map(({ question }) => question)} />}
      {notes.length > 0 && (
        <section className="grid gap-2">
          <h3>{m.recorder_find_notes()}</h3>
          <ul className="grid list-disc gap-1 ps-6">
            {notes.map((note) => (
              <li key={note.key} className="whitespace-pre-line">
                <a href={placeLink('notes')}>{note.text}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {shown.map(({ section, question }, at) => (
        <div key={question.key} className="grid gap-4">
          {shown[at - 1]?.section !== section && (
            <h3 className="border-b border-line pb-1">{m.shell_named({ name: section.instrument, text: section.title })}</h3>
          )}
          <CheckCard question={question} />
        </div>
      ))}
      {shown.length < found.length && (
        <div>
          <Button type="button" size="lg" onClick={() => setPages(pages + 1)}>
            {m.recorder_find_more({ count: Math.min(pageSize, found.length - shown.length) })}
          </Button>
        </div>
      )}
    </>
  );
}

type ChoiceProps = {
  className?: string;
  label: string;
  value: string;
  options: [value: string, label: string][];
  onChange: (value: string) => void;
};

function Choice({ className, label, value, options, onChange }: ChoiceProps) {
  return (
    <label className={classNames('grid min-w-0 content-start gap-1', className)}>
      <span className="font-semibold">{label}</span>
      <select className="control" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
