import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readSession } from '~/access/session.server';
import { GuidePage } from '~/platform/guides/guide-page';
import { readGuide } from '~/platform/guides/read-guide.server';
import { notFound } from '~/platform/http/responses.server';

/** One task of a guide. */
export async function loader({ request, params: { guide: role, page } }: LoaderFunctionArgs) {
  const guide = role && page ? readGuide(`${role}/${page}`) : null;
  if (!role || !guide) throw notFound();
  return { guide, role, isSignedIn: (await readSession(request)) !== null };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.guide.title} · Manumit` : 'Manumit' }];

export default function GuideTask() {
  return <GuidePage {...useLoaderData<typeof loader>()} />;
}
