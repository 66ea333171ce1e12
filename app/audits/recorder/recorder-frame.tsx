import { type ReactNode, useEffect, useState } from 'react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { classNames } from '~/ui/class-names';
import { formatNumber } from '~/ui/format';
import { ConflictList } from './conflict-list';
import { openReviewComments } from './comments-view';
import { openStops } from './gate-view';
import { openContradictions } from './contradictions-view';
import { DeviceView } from './device-view';
import { PlanScreen } from './plan-screen';
import { QuestionsView } from './questions-view';
import { QueueBar } from './queue-bar';
import { useRecorder } from './recorder-context';
import { recordViews } from './record-views';
import { SectionList } from './section-list';
import { SectionView } from './section-view';
import { placeLink, usePlace } from './use-place';

/** The frame of every view of an open record: audit, unsent entries, and the way back. */
export function RecorderFrame({ isKept, onLock, onClear }: { isKept: Promise<boolean>; onLock: () => void; onClear: () => Promise<void> }) {
  const { recording } = useRecorder();
  const place = usePlace();
  const { audit, supplier, site } = recording.pack;
  const { contradictions, toReview } = openContradictions(recording);
  const stops = openStops(recording);
  const comments = openReviewComments(recording);
  const [kept, setKept] = useState(true);
  useEffect(() => void isKept.then(setKept), [isKept]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (recording.isFull) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [recording]);
  const [view, part, key = null] = place;
  if (view === 'closing' && (part === 'plan' || part === 'signed')) return <PlanScreen signedKey={part === 'signed' ? key : null} />;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3 sm:gap-6">
      {/* On a phone one line, which scrolls sideways: the questions come first. */}
      <div className="-my-2 flex items-center gap-x-4 overflow-x-auto py-1 whitespace-nowrap sm:my-0 sm:flex-wrap sm:justify-between sm:overflow-visible">
        <p className="flex shrink-0 items-center gap-2">
          <a href={placeLink()} className="inline-flex min-h-11 items-center font-semibold">
            {m.audits_named({ number: audit.number })}
          </a>
          <bdi className="max-sm:max-w-32 max-sm:truncate">{site ?? supplier}</bdi>
        </p>
        <div className="flex shrink-0 gap-2 sm:shrink sm:flex-wrap">
          <a
            href={placeLink('contradictions')}
            className={classNames('inline-flex min-h-11 items-center px-2', contradictions > 0 && 'font-semibold text-danger')}
          >
            {m.shell_named({ name: m.consistency_title(), text: formatNumber(contradictions) })}
            {toReview > 0 && ` · ${m.consistency_to_review({ count: formatNumber(toReview) })}`}
          </a>
          {(recording.pack.comments ?? []).length > 0 && (
            <a
              href={placeLink('comments')}
              className={classNames('inline-flex min-h-11 items-center px-2', comments > 0 && 'font-semibold text-danger')}
            >
              {m.shell_named({ name: m.audit_review_device_title(), text: formatNumber(comments) })}
            </a>
          )}
          <a
            href={placeLink('gate')}
            className={classNames('inline-flex min-h-11 items-center px-2', stops > 0 && 'font-semibold text-danger')}
          >
            {m.shell_named({ name: m.gate_device_title(), text: formatNumber(stops) })}
          </a>
          <a href={placeLink('device')} className="inline-flex min-h-11 items-center px-2">
            {m.recorder_device()}
          </a>
          {/* Entries without storage space live in this page only: locking would lose them. */}
          <Button type="button" size="lg" onClick={onLock} disabled={recording.isFull}>
            {m.recorder_lock()}
          </Button>
        </div>
      </div>
      <QueueBar />
      {!kept && (
        <Notice tone="warning" title={m.recorder_not_kept_title()}>
          {m.recorder_not_kept_text()}
        </Notice>
      )}
      {recording.isFull && (
        <Notice tone="danger" isLive title={m.recorder_full_title()} actions={<a href={placeLink('device')}>{m.recorder_full_export()}</a>}>
          {m.recorder_full_text()}
        </Notice>
      )}
      <ConflictList />
      {viewAt(place, onClear)}
    </div>
  );
}

function viewAt([view, key = '', question]: string[], onClear: () => Promise<void>): ReactNode {
  if (view === 'section') return <SectionView sectionKey={key} question={question} />;
  if (view === 'questions') return <QuestionsView key={key} status={key === '' ? undefined : key} />;
  if (view === 'device') return <DeviceView onClear={onClear} />;
  const View = view === undefined ? undefined : recordViews[view];
  return View ? <View /> : <SectionList />;
}
