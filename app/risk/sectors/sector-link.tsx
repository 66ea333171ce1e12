import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';

/** The public page of a sector: a class leads to its line on the page of its division. */
export const sectorPath = (code: string): string => (code.length > 2 ? `/sectors/${code.slice(0, 2)}#class-${code}` : `/sectors/${code}`);

/** Leads to the public page of a sector. */
export function SectorLink({ code, children }: { code: string; children: ReactNode }) {
  return <Link to={sectorPath(code)}>{children}</Link>;
}
