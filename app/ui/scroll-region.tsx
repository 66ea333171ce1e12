import type { ReactNode } from 'react';
import { classNames } from './class-names';

/** What is wider than the screen and scrolls by itself, by keyboard too; printed whole. */
export function ScrollRegion({ label, className, children }: { label: string; className?: string | undefined; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={label} tabIndex={0} data-scroll-region className={classNames('overflow-x-auto', className)}>
      {children}
    </section>
  );
}
