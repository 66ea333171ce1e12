import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { readResponse } from '~/questionnaires/responses/read-response.server';
import { localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import { writeQuestionnaire } from '~/questionnaires/workbook/write-questionnaire.server';
import { getLocale } from '~/paraglide/runtime';
import { downloadResponse } from '~/platform/http/download-response.server';
import { notFound } from '~/platform/http/responses.server';
import { xlsxMediaType } from '~/documents/workbooks/xlsx-stream.server';
import { param } from '~/platform/http/param.server';

/** The questionnaire of a response with its answers so far, to complete offline. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'answer:response');
  const read = await member.inOrganization((db) => readResponse(db, param(params, 'responseId')));
  if (read?.sharing !== 'own') throw notFound();
  const bytes = writeQuestionnaire({ response: read, shown: localizedInstrument(read.instrumentKey, getLocale()), madeAt: new Date() });
  return downloadResponse(bytes, { fileName: `questionnaire-${read.id.slice(0, 8)}.xlsx`, mediaType: xlsxMediaType });
}
