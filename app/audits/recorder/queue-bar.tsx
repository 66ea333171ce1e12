import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { classNames } from '~/ui/class-names';
import { formatList } from '~/ui/format';
import { countUnsent } from './device-entries';
import { useRecorder } from './recorder-context';
import { countWords } from './recorder-labels';
import type { Recording } from './recording';
import { siteMoment } from './site-moment';
import { placeLink } from './use-place';

const tolerableMs = 5 * 60_000;
const isClockOff = (aheadMs: number | null): boolean => aheadMs !== null && Math.abs(aheadMs) > tolerableMs;

/** The last receipt in words; empty before the first. */
export function receiptText({ receipt, pack }: Recording): string {
  if (!receipt) return '';
  const things = formatList(countWords(Object.entries(receipt.counts).filter(([, count]) => count > 0)));
  const says = m.recorder_receipt({ at: siteMoment(pack, receipt.at), things });
  return `${says} ${receipt.isEqual ? m.recorder_receipt_equal() : m.recorder_receipt_different()}`;
}

/** Unsent entries, always in view, and the last receipt. */
export function QueueBar() {
  const { recording, sending, base } = useRecorder();
  const counts = countUnsent(recording.entries.values());
  const waiting = countWords(counts);
  const refused = [...recording.entries.values()].filter(({ state }) => state === 'refused').length;
  const { receipt } = recording;
  const says = {
    idle: null,
    sending: m.recorder_sending(),
    offline: m.recorder_offline(),
    'signed-out': m.recorder_signed_out(),
    closed: m.recorder_closed(),
    'not-on-team': m.recorder_not_on_team(),
  }[sending.state];
  // On a phone a receipt like any other takes one line; it is in full under the data of the device.
  const hasTrouble = ['signed-out', 'closed', 'not-on-team'].includes(sending.state) || receipt?.isEqual === false;
  return (
    <section
      aria-label={m.recorder_queue()}
      className="sticky top-0 z-10 -mx-4 grid grid-cols-[minmax(0,1fr)] border-y border-line bg-surface px-4 py-1 shadow-float sm:gap-1 sm:py-2"
    >
      <div className="flex items-center justify-between gap-x-4">
        <p data-queue="" className="min-w-0 font-semibold">
          {waiting.length === 0 ? m.recorder_queue_empty() : m.recorder_queue_waits({ things: formatList(waiting) })}
        </p>
        <Button type="button" onClick={() => void sending.now()} disabled={sending.state === 'sending'}>
          {m.recorder_send_now()}
        </Button>
      </div>
      <p role="status" className={classNames('text-xs text-muted', !hasTrouble && 'max-sm:truncate')}>
        {says}{' '}
        {sending.state === 'signed-out' && (
          <a href={`/sign-in?redirectTo=${encodeURIComponent(`${base}/on-site`)}`}>{m.recorder_sign_in()}</a>
        )}
        {receipt && <span data-receipt={receipt.isEqual ? 'equal' : 'different'}>{receiptText(recording)}</span>}
      </p>
      {isClockOff(recording.clockAheadMs) && <p className="text-xs text-warning">{m.recorder_clock_off()}</p>}
      {refused > 0 && (
        <p className="text-xs text-danger">
          <a href={placeLink('device')}>{m.recorder_refused_count({ count: refused })}</a>
        </p>
      )}
    </section>
  );
}
