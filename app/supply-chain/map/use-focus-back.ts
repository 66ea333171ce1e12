import { useEffect, useRef } from 'react';

/** When the panel closes, the focus goes back to the party or box it was about, wherever the view shows it. */
export function useFocusBack(open: string | null): void {
  const last = useRef(open);
  useEffect(() => {
    const closed = open === null ? last.current : null;
    last.current = open;
    if (closed === null) return;
    // The drawing and the list of a phone both contain it; one of them is hidden.
    const places = [...document.querySelectorAll<HTMLElement | SVGElement>(`[data-party="${CSS.escape(closed)}"]`)];
    const place = places.find((each) => each.getClientRects().length > 0) ?? document.querySelector<HTMLElement>('[data-graph]');
    place?.focus({ preventScroll: true });
  }, [open]);
}
