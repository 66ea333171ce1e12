import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readSession } from '~/access/session.server';
import { GuidePage } from '~/platform/guides/guide-page';
import { readGuide } from '~/platform/guides/read-guide.server';
import { notFound } from '~/platform/http/responses.server';

/** The guide of a role, or a page for suppliers and administrators. */
export async function loader({ request, params: { guide: address } }: LoaderFunctionArgs) {
  const guide = address ? readGuide(address) : null;
  if (!guide) throw notFound();
  return { guide, isSignedIn: (await readSession(request)) !== null };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.guide.title} · Manumit` : 'Manumit' }];

export default function RoleGuide() {
  return <GuidePage {...useLoaderData<typeof loader>()} />;
}
