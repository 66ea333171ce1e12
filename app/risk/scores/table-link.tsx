import { Link, useParams } from '@remix-run/react';
import type { ReactNode } from 'react';

/** Leads to a row of a reference table: a released one on the public pages, the organization's own beneath its address. */
export function TableLink({ href, children }: { href: string; children: ReactNode }) {
  const { orgSlug } = useParams();
  return <Link to={href.startsWith('/') ? href : `/o/${orgSlug ?? ''}/${href}`}>{children}</Link>;
}
