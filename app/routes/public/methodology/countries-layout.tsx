import type { LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useLoaderData } from '@remix-run/react';
import { readSession } from '~/access/session.server';
import { PlacesFrame } from '~/risk/countries/places-frame';
import { ErrorSection } from '~/ui/error-boundary';

/** The country pages are public. */
export async function loader({ request }: LoaderFunctionArgs) {
  return { isSignedIn: (await readSession(request)) !== null };
}

export default function Countries() {
  return (
    <PlacesFrame {...useLoaderData<typeof loader>()}>
      <Outlet />
    </PlacesFrame>
  );
}

export function ErrorBoundary() {
  return (
    <PlacesFrame isSignedIn={false}>
      <ErrorSection />
    </PlacesFrame>
  );
}
