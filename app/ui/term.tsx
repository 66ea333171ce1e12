import { Link } from '@remix-run/react';
import { type PointerEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { m } from '~/paraglide/messages';

/** A term of the glossary as it explains itself. `more`: a page of the method about it; without one, its entry in the glossary. */
export type GlossaryTerm = { key: string; name: () => string; definition: () => string; more?: string };

const [openAfterMs, closeAfterMs] = [250, 250];
const gap = 6;

/**
 * A term that explains itself on hover, focus, click and tap. Its definition is described to screen readers, and lies above the page: nothing moves. Escape and a
 * click elsewhere close it. Without script it opens on click. Not inside a link, a button or a label: it is a button itself. `children`: the term as it is
 * written here.
 */
export function Term({ of, children }: { of: GlossaryTerm; children?: ReactNode }) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLSpanElement>(null);
  const timer = useRef(0);
  /** Opened by a click: the pointer may leave. */
  const isPinned = useRef(false);
  /** The browser gives the focus back while it closes the panel: that is no reason to open it again. */
  const isClosing = useRef(false);

  const isOpen = () => panel.current?.matches(':popover-open') ?? false;
  const open = () => {
    if (isOpen() || !panel.current?.showPopover || !button.current) return;
    panel.current.showPopover();
    placeBeside(button.current, panel.current);
  };
  const close = () => {
    if (isOpen()) panel.current?.hidePopover();
  };
  const later = (act: () => void, ms: number) => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(act, ms);
  };

  useEffect(() => {
    const [anchor, shown] = [button.current, panel.current];
    if (!anchor || !shown) return;
    const follow = () => placeBeside(anchor, shown);
    const beforeToggle = (event: Event) => {
      isClosing.current = (event as ToggleEvent).newState === 'closed';
    };
    const onToggle = (event: Event) => {
      isClosing.current = false;
      const isNowOpen = (event as ToggleEvent).newState === 'open';
      if (isNowOpen) {
        follow();
        window.addEventListener('scroll', follow, true);
        window.addEventListener('resize', follow);
      } else {
        isPinned.current = false;
        window.removeEventListener('scroll', follow, true);
        window.removeEventListener('resize', follow);
      }
    };
    const onLeave = ({ relatedTarget }: FocusEvent) => {
      const isWithin = relatedTarget instanceof Node && (anchor.contains(relatedTarget) || shown.contains(relatedTarget));
      if (!isWithin && shown.matches(':popover-open')) shown.hidePopover();
    };
    shown.addEventListener('beforetoggle', beforeToggle);
    shown.addEventListener('toggle', onToggle);
    anchor.addEventListener('focusout', onLeave);
    shown.addEventListener('focusout', onLeave);
    return () => {
      window.clearTimeout(timer.current);
      anchor.removeEventListener('focusout', onLeave);
      shown.removeEventListener('focusout', onLeave);
      shown.removeEventListener('beforetoggle', beforeToggle);
      shown.removeEventListener('toggle', onToggle);
      window.removeEventListener('scroll', follow, true);
      window.removeEventListener('resize', follow);
    };
  }, []);

  const onEnter = (event: PointerEvent) => {
    if (event.pointerType === 'mouse') later(open, openAfterMs);
  };
  const onLeave = (event: PointerEvent) => {
    if (event.pointerType === 'mouse' && !isPinned.current && !button.current?.matches(':focus-visible')) later(close, closeAfterMs);
  };

  return (
    <span onPointerEnter={onEnter} onPointerLeave={onLeave}>
      <button
        ref={button}
        type="button"
        {...{ popovertarget: id }}
        aria-describedby={`${id}-text`}
        className="term"
        onClick={(event) => {
          event.preventDefault();
          window.clearTimeout(timer.current);
          if (isOpen() && isPinned.current) return close();
          isPinned.current = true;
          open();
        }}
        onFocus={(event) => {
          if (!isClosing.current && event.currentTarget.matches(':focus-visible')) open();
        }}
      >
        {children ?? of.name()}
      </button>
      <span ref={panel} id={id} {...{ popover: 'auto' }} className="term-panel" data-print="none">
        <span id={`${id}-text`} className="block">
          {of.definition()}
        </span>
        <Link
          to={of.more ?? `/glossary#${of.key}`}
          className="mt-1 inline-flex min-h-6 items-center"
          aria-label={m.terms_more_about({ term: of.name() })}
        >
          {m.terms_more()}
        </Link>
      </span>
    </span>
  );
}

/** Below the term, or above it where there is more room; never beyond the sides of the window. */
function placeBeside(anchor: HTMLElement, shown: HTMLElement): void {
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = shown;
  const left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - width - 8));
  const hasRoomBelow = at.bottom + gap + height <= window.innerHeight || at.top < height + gap;
  shown.style.left = `${left}px`;
  shown.style.top = `${hasRoomBelow ? at.bottom + gap : at.top - gap - height}px`;
}
