import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { writeAnnotated } from '~/suppliers/import/write-annotated.server';
import { streamResponse } from '~/platform/http/download-response.server';
import { notFound } from '~/platform/http/responses.server';
import { xlsxMediaType } from '~/documents/workbooks/xlsx-stream.server';
import { param } from '~/platform/http/param.server';

/** A batch's rows as a workbook, to correct and import again. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'import:supplier');
  const workbook = await writeAnnotated(member.inOrganization, param(params, 'batchId'));
  if (!workbook) throw notFound();
  return streamResponse(workbook.body, { fileName: workbook.fileName, mediaType: xlsxMediaType });
}
