import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';

/** The narrow page of someone who is not inside an organization. */
export function AccountPage({ title, lead, children }: { title: string; lead?: ReactNode; children?: ReactNode }) {
  return (
    <div className="mx-auto flex max-w-md flex-col gap-6 px-4 py-10">
      <header>
        <Link to="/" className="font-semibold text-ink no-underline">
          Manumit
        </Link>
      </header>
      <main id="main" className="flex flex-col gap-6">
        <div className="flex flex-col gap-2">
          <h1>{title}</h1>
          {lead ? <p className="text-muted">{lead}</p> : null}
        </div>
        {children}
      </main>
    </div>
  );
}
