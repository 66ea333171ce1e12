import type { LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { ownTableKinds } from '#scoring';
import { requireMember } from '~/access/require-member.server';
import { formatOf } from '~/risk/reference-tables/formats';
import { downloadResponse } from '~/platform/http/download-response.server';
import { notFound } from '~/platform/http/responses.server';

/** The columns of a kind with example rows, as CSV. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireMember(request, params, 'edit:reference-table');
  const kind = z.enum(ownTableKinds).safeParse(new URL(request.url).searchParams.get('kind'));
  if (!kind.success) throw notFound();
  return downloadResponse(`\ufeff${formatOf(kind.data).template}`, { fileName: `${kind.data}.csv`, mediaType: 'text/csv; charset=utf-8' });
}
