import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';

/** A link of a drawing that changes the page without loading it again and keeps the place. `data-party` lets the panel give the focus back. */
export function DrawingLink({ href, label, children, key }: { href: string; label: string; children: ReactNode; key: string }): ReactNode {
  return (
    <Link key={key} to={href} aria-label={label} preventScrollReset data-party={key}>
      <title>{label}</title>
      {children}
    </Link>
  );
}
