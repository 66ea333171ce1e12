import { useState } from 'react';
import { isOpenContradiction } from '~/audits/consistency/check-consistency';
import { HitCard } from '~/audits/consistency/hit-card';
import { recorderPlace } from '~/audits/consistency/recorder-place';
import { type ShownHit, showHit } from '~/audits/consistency/show-hit';
import { m } from '~/paraglide/messages';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { Button } from '~/ui/button';
import { useRecorder } from './recorder-context';
import { contradictionsOf } from './record-on-device';
import type { Recording } from './recording';
import { placeLink } from './use-place';
import { ViewTitle } from './view-title';

/** The contradictions of a record as a person reads them, each input linked to where it is recorded. */
export function shownOn(recording: Recording): ShownHit[] {
  const { sections } = recording.pack;
  const questions = new Map(
    sections.flatMap((section) => section.questions.map((question) => [question.key, { ...question, section: section.key }])),
  );
  return contradictionsOf(recording).map((hit) =>
    showHit(hit, {
      questionOf: (key) => questions.get(key) ?? null,
      hrefOf: (key) => {
        const place = recorderPlace(key, questions.get(key)?.section ?? null);
        return place && placeLink(...place);
      },
    }),
  );
}

/** How many prevent the conclusion, and how many more are to be reviewed. */
export function openContradictions(recording: Recording): { contradictions: number; toReview: number } {
  const hits = contradictionsOf(recording);
  return {
    contradictions: hits.filter(isOpenContradiction).length,
    toReview: hits.filter(({ severity, state }) => severity === 'doubt' && state !== 'explained').length,
  };
}

/** All that contradicts itself: go to an entry and correct it, or explain. */
export function ContradictionsView() {
  const { recording } = useRecorder();
  const hits = shownOn(recording);
  return (
    <>
      <ViewTitle lead={m.consistency_lead()}>{m.consistency_title()}</ViewTitle>
      {hits.length === 0 && <p className="text-muted">{m.consistency_none()}</p>}
      <div className="grid gap-4">
        {hits.map((hit) => (
          <HitCard key={hit.key} hit={hit}>
            {hit.severity !== 'note' && <Explain hit={hit} />}
          </HitCard>
        ))}
      </div>
    </>
  );
}

function Explain({ hit }: { hit: ShownHit }) {
  const { recording, sending } = useRecorder();
  const [isOpen, setIsOpen] = useState(false);
  const [error, setError] = useState<string>();
  const { key, fingerprint, state, zero, explanation } = hit;
  const record = (text: string, isWithdrawn: boolean) => {
    void recording.record('explanation', key, () => ({ fingerprint, text, isWithdrawn }));
    sending.later();
    setIsOpen(false);
  };
  if (!isOpen)
    return (
      <div className="flex flex-wrap gap-2">
        <Button type="button" size="lg" onClick={() => setIsOpen(true)}>
          {m.consistency_explain()}
        </Button>
        {state !== 'open' && (
          <Button type="button" size="lg" variant="quiet" onClick={() => record(explanation ?? '', true)}>
            {m.consistency_withdraw()}
          </Button>
        )}
      </div>
    );
  return (
    <form
      noValidate
      className="grid max-w-prose gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        const text = String(new FormData(event.currentTarget).get('explanation') ?? '').trim();
        if (text === '') setError(m.consistency_missing());
        else record(text, false);
      }}
    >
      <FreeText
        name="explanation"
        label={m.consistency_explanation()}
        hint={zero === 'z5' ? m.consistency_explanation_team_hint() : m.consistency_explanation_hint()}
        defaultValue={explanation ?? ''}
        maxLength={2000}
        error={error}
      />
      <div>
        <Button type="submit" size="lg" variant="primary">
          {m.consistency_save()}
        </Button>
      </div>
    </form>
  );
}

/** Beside a question: that it is part of an open contradiction, and the way there. */
export function ContradictionMark({ question }: { question: string }) {
  const { recording } = useRecorder();
  const isPart = contradictionsOf(recording).some((hit) => isOpenContradiction(hit) && hit.inputs.some(({ key }) => key === question));
  if (!isPart) return null;
  return (
    <p data-contradiction={question}>
      <a href={placeLink('contradictions')} className="inline-flex min-h-11 items-center font-semibold text-danger">
        {m.consistency_mark()}
      </a>
    </p>
  );
}
