import type { LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useLoaderData } from '@remix-run/react';
import { readSession } from '~/access/session.server';
import { MethodFrame } from '~/risk/methodology/method-frame';
import { listRules, listSupplements } from '~/risk/methodology/read-rules.server';
import { listTableNames } from '~/risk/methodology/read-tables.server';
import { ErrorSection } from '~/ui/error-boundary';

/** The method is public. */
export async function loader({ request }: LoaderFunctionArgs) {
  const asOf = new Date(Date.now()).toISOString().slice(0, 10);
  return {
    rules: listRules().map(({ id, title, lang, status }) => ({ id, title, lang, isInForce: status === 'in-force' })),
    supplements: listSupplements().map(({ id, title, lang }) => ({ id, title, lang })),
    tables: listTableNames(asOf),
    isSignedIn: (await readSession(request)) !== null,
  };
}

export default function Methodology() {
  return (
    <MethodFrame contents={useLoaderData<typeof loader>()}>
      <Outlet />
    </MethodFrame>
  );
}

export function ErrorBoundary() {
  return (
    <MethodFrame contents={{ rules: [], supplements: [], tables: [], isSignedIn: false }}>
      <ErrorSection />
    </MethodFrame>
  );
}
