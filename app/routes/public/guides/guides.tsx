import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readSession } from '~/access/session.server';
import { m } from '~/paraglide/messages';
import { GuidePage } from '~/platform/guides/guide-page';
import { readGuide } from '~/platform/guides/read-guide.server';
import { notFound } from '~/platform/http/responses.server';

/** The first page of the documentation: a guide for each role. */
export async function loader({ request }: LoaderFunctionArgs) {
  const guide = readGuide('');
  if (!guide) throw notFound();
  return { guide: { ...guide, title: m.shell_guides() }, isSignedIn: (await readSession(request)) !== null };
}

export const meta: MetaFunction = () => [{ title: `${m.shell_guides()} · Manumit` }];

export default function Guides() {
  return <GuidePage {...useLoaderData<typeof loader>()} />;
}
