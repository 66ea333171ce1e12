import { useState } from 'react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { ConflictBox } from './conflict-box';
import { draftNarrative } from './draft-narrative';
import { useRecorder } from './recorder-context';
import { SavedText } from './saved-text';
import { ViewTitle } from './view-title';

const mostCharacters = 6000;

/** What the team writes about the audit as a whole, each section and the management systems. A draft from the answers can be inserted, and then edited. */
export function NarrativesView() {
  const { sections } = useRecorder().recording.pack;
  return (
    <>
      <ViewTitle lead={`${m.narrative_lead()} ${m.narrative_hint()}`}>{m.narrative_kind()}</ViewTitle>
      <NarrativeBox narrative="summary" title={m.narrative_summary()} />
      {sections.map(({ key, title }) => (
        <NarrativeBox key={key} narrative={key} title={title} />
      ))}
      <NarrativeBox narrative="systems" title={m.narrative_systems()} />
    </>
  );
}

function NarrativeBox({ narrative, title }: { narrative: string; title: string }) {
  const { recording, sending } = useRecorder();
  const value = recording.valueOf('narrative', narrative);
  const text = value && !value.isWithdrawn ? value.text : '';
  // A text field that was saved keeps its own state: inserting a draft begins a new one.
  const [inserted, setInserted] = useState(0);
  const save = (written: string) => {
    const next = written.trim().slice(0, mostCharacters);
    if (next === text) return;
    void recording.record('narrative', narrative, (now) =>
      next === '' ? { text: now?.text ?? '–', isWithdrawn: true } : { text: next, isWithdrawn: false },
    );
    sending.later();
  };
  const draft = draftNarrative(recording, narrative);
  return (
    <section className="grid gap-3 rounded border border-line bg-surface p-4" data-narrative={narrative}>
      <ConflictBox kind="narrative" recordKey={narrative} />
      <SavedText
        key={inserted}
        {...{ id: `narrative-${narrative}`, label: title, value: text, maxLength: mostCharacters, rows: 6, onSave: save }}
      />
      {text === '' && draft !== '' && (
        <div>
          <Button
            type="button"
            size="lg"
            aria-label={m.narrative_draft_named({ section: title })}
            onClick={() => {
              save(draft);
              setInserted((count) => count + 1);
            }}
          >
            {m.narrative_draft()}
          </Button>
        </div>
      )}
    </section>
  );
}
