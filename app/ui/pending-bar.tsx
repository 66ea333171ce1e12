import { useNavigation } from '@remix-run/react';
import { m } from '~/paraglide/messages';

/** A thin moving line while the next page loads. */
export function PendingBar() {
  const isPending = useNavigation().state !== 'idle';
  return (
    <div role="status" className="pointer-events-none fixed inset-x-0 top-0 z-50 h-0.5 overflow-hidden rtl:-scale-x-100" data-print="none">
      {isPending && (
        <>
          <span className="sr-only">{m.shell_loading()}</span>
          <div className="pending-bar h-full w-1/3 bg-accent" />
        </>
      )}
    </div>
  );
}

/** Grey lines in the place of something that still loads. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  return (
    <div aria-busy="true" className="grid gap-3">
      <span className="sr-only">{m.shell_loading()}</span>
      {Array.from({ length: lines }, (_, line) => line).map((line) => (
        <div key={line} className="h-4 rounded bg-sunken last:w-2/3" />
      ))}
    </div>
  );
}
