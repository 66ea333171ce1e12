import { useLocation } from '@remix-run/react';
import { type ReactNode, useEffect, useRef } from 'react';
import { classNames } from './class-names';

const panelSides = {
  start: 'start-0',
  end: 'end-0',
  'end-when-wide': 'start-0 sm:start-auto sm:end-0',
  'start-when-wide': 'end-0 min-[1100px]:end-auto min-[1100px]:start-0',
};

/** A button that unfolds a small panel, built on details: works without script; Escape, a click elsewhere and a new page close it. */
export function Menu({
  summary,
  label,
  children,
  align = 'end',
  className,
  summaryClassName,
  panelClassName,
}: {
  summary: ReactNode;
  /** The accessible name, when the summary has no text. */
  label?: string;
  children: ReactNode;
  /** Which edges meet; `end-when-wide` is for buttons at the start of a narrow page, where a panel to the start would leave it; `start-when-wide` the reverse. */
  align?: keyof typeof panelSides;
  className?: string;
  summaryClassName?: string;
  panelClassName?: string;
}) {
  const details = useRef<HTMLDetailsElement>(null);
  const { key } = useLocation();
  const openedOn = useRef(key);
  // A new page closes the menu; the script's start leaves it as it was opened before.
  useEffect(() => {
    if (openedOn.current !== key) details.current?.removeAttribute('open');
    openedOn.current = key;
  }, [key]);
  useEffect(() => {
    const close = (event: Event) => {
      const element = details.current;
      if (!element?.open) return;
      if (event instanceof KeyboardEvent) {
        // Escape closes the dialog that an entry opened first.
        if (event.key !== 'Escape' || element.querySelector('dialog[open]')) return;
        const hadFocus = element.contains(document.activeElement);
        element.open = false;
        if (hadFocus) element.querySelector('summary')?.focus();
      } else if (event.target instanceof Node && !element.contains(event.target)) element.open = false;
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('keydown', close);
    };
  }, []);
  return (
    <details ref={details} className={classNames('relative', className)}>
      <summary
        aria-label={label}
        className={classNames(summaryClassName ?? 'flex min-h-9 items-center gap-1.5 rounded px-2 hover:bg-sunken pointer-coarse:min-h-11')}
      >
        {summary}
      </summary>
      <div
        className={classNames(
          'absolute z-30 max-h-[calc(100dvh-8rem)] w-72 max-w-[calc(100vw-2rem)] overflow-y-auto rounded border border-line bg-surface p-3 shadow-float',
          panelClassName ?? 'mt-1',
          panelSides[align],
        )}
      >
        {children}
      </div>
    </details>
  );
}
