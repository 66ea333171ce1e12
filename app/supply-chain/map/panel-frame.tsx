import { useNavigate } from '@remix-run/react';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';

/** The panel beside the map. The close button and Escape lead to `closed`; what opened it takes the focus again (`useFocusBack`). */
export function PanelFrame({
  id,
  title,
  meta,
  closed,
  isBeside = false,
  children,
}: {
  /** What is open: another one takes the focus. */
  id: string;
  /** What opened in place keeps the focus, and on a phone comes first. */
  isBeside?: boolean;
  title: ReactNode;
  meta?: ReactNode;
  closed: string;
  children: ReactNode;
}) {
  const heading = useFocusOnChange(isBeside ? '' : id);
  useCloseOnEscape(closed);
  return (
    <aside
      aria-labelledby="panel-title"
      className="grid grid-cols-1 content-start gap-4 rounded border border-line bg-surface p-4 lg:sticky lg:top-16 lg:max-h-[calc(100dvh-5rem)] lg:overflow-y-auto"
    >
      <div className="grid gap-1">
        <div className="flex items-start justify-between gap-3">
          <h2 id="panel-title" ref={heading} tabIndex={-1} className="min-w-0">
            <bdi>{title}</bdi>
          </h2>
          <LinkButton to={closed} size="sm" variant="quiet" icon="close" preventScrollReset data-closes={id}>
            {m.shell_close()}
          </LinkButton>
        </div>
        {meta && <p className="text-muted">{meta}</p>}
      </div>
      {children}
    </aside>
  );
}

/** Takes the focus when another party is opened, not when the page is. */
function useFocusOnChange(id: string): RefObject<HTMLHeadingElement> {
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    // A panel that came with the page leaves the focus where the browser put it: at the beginning of the page.
    if (isFirst.current && document.activeElement === document.body) {
      isFirst.current = false;
      return;
    }
    isFirst.current = false;
    if (id) heading.current?.focus({ preventScroll: window.matchMedia('(min-width: 64rem)').matches });
  }, [id]);
  return heading;
}

/** Escape first closes a menu, a list of choices or a dialog, and leaves a field that is being filled in. */
function useCloseOnEscape(closed: string): void {
  const navigate = useNavigate();
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return;
      const focused = document.activeElement;
      if (focused?.matches('input, select, textarea') || focused?.closest('details[open]:not(aside *)')) return;
      navigate(closed, { preventScrollReset: true });
    };
    document.addEventListener('keydown', close);
    return () => document.removeEventListener('keydown', close);
  }, [closed, navigate]);
}
