import { useNavigate } from '@remix-run/react';
import { useEffect } from 'react';

/** A pointer that moved further than this, in pixels, was dragged. */
const mostMoved = 6;
/** The link in the head of a table's row. */
const rowLink = 'tr[data-row] th a[href^="/"]';

/**
 * Opens the row that was pressed although the table changed before the pointer was released. A browser makes no click of a press and a release over two
 * elements: who presses a row while filtered rows arrive and move it would have clicked for nothing.
 */
export function LostClicks() {
  const navigate = useNavigate();
  useEffect(() => {
    let pressed: { link: Element; href: string; x: number; y: number } | null = null;
    const down = (event: PointerEvent) => {
      const { target } = event;
      const link = target instanceof Element ? target.closest(rowLink) : null;
      const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
      const href = link?.getAttribute('href');
      pressed = link && href && isPlain && event.pointerType === 'mouse' ? { link, href, x: event.clientX, y: event.clientY } : null;
    };
    const up = (event: PointerEvent) => {
      const last = pressed;
      pressed = null;
      if (!last || Math.hypot(event.clientX - last.x, event.clientY - last.y) > mostMoved) return;
      // Released over the link, the browser makes the click itself.
      const isOver = event.target instanceof Node && last.link.contains(event.target);
      if (!isOver) navigate(last.href);
    };
    const forget = () => {
      pressed = null;
    };
    document.addEventListener('pointerdown', down);
    document.addEventListener('pointerup', up);
    document.addEventListener('dragstart', forget);
    document.addEventListener('pointercancel', forget);
    return () => {
      document.removeEventListener('pointerdown', down);
      document.removeEventListener('pointerup', up);
      document.removeEventListener('dragstart', forget);
      document.removeEventListener('pointercancel', forget);
    };
  }, [navigate]);
  return null;
}
