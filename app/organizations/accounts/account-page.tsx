import type { ReactNode } from 'react';
import { PublicFrame } from '~/ui/public-frame';

/** The narrow page of someone who is not inside an organization; `isSignedIn` when he is known all the same. */
export function AccountPage({
  title,
  lead,
  isSignedIn = false,
  children,
}: {
  title: string;
  lead?: ReactNode;
  isSignedIn?: boolean;
  children?: ReactNode;
}) {
  return (
    <PublicFrame isSignedIn={isSignedIn}>
      <div className="flex max-w-md flex-col gap-6">
        <div className="flex flex-col gap-2">
          <h1>{title}</h1>
          {lead ? <p className="text-muted">{lead}</p> : null}
        </div>
        {children}
      </div>
    </PublicFrame>
  );
}
