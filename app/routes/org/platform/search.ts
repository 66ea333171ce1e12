import { givenText } from '~/platform/http/given-text';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { findAll } from '../shell/find.server';

/** The response for the command palette: `{ results: [{ label, detail, href }] }`. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params);
  const results = await findAll(member, givenText(new URL(request.url).searchParams, 'q'));
  return Response.json({ results }, { headers: { 'Cache-Control': 'private, no-store' } });
}
