import { forwardRef, type ReactNode } from 'react';
import { m } from '~/paraglide/messages';

/** The frame in which a drawing scrolls, by keyboard too; the page itself does not scroll sideways. */
export const DrawingRegion = forwardRef<HTMLElement, { children: ReactNode }>(function DrawingRegion({ children }, region) {
  return (
    <section
      ref={region}
      // Drawings run from left to right in every language: their beginning is what is seen first.
      dir="ltr"
      className="overflow-auto lg:max-h-[calc(100dvh-12rem)]"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={m.map_graph_region()}
      data-scroll-region
    >
      {children}
    </section>
  );
});
