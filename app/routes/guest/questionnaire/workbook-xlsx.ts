import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireRespondent } from '~/access/require-respondent.server';
import { localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import { readOwn } from '~/questionnaires/respondent/read-own.server';
import { writeQuestionnaire } from '~/questionnaires/workbook/write-questionnaire.server';
import { getLocale } from '~/paraglide/runtime';
import { downloadResponse } from '~/platform/http/download-response.server';
import { notFound } from '~/platform/http/responses.server';
import { xlsxMediaType } from '~/documents/workbooks/xlsx-stream.server';

/** The questionnaire with the answers so far, in the reader's language, to complete offline. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const respondent = await requireRespondent(request, params);
  // A colleague who received some sections answers them on their pages.
  if (respondent.sections.length > 0) throw notFound();
  const own = await respondent.inResponse((db) => readOwn(db, respondent.responseId));
  if (!own) throw notFound();
  const bytes = writeQuestionnaire({ response: own, shown: localizedInstrument(own.instrumentKey, getLocale()), madeAt: new Date() });
  return downloadResponse(bytes, { fileName: `questionnaire-${own.id.slice(0, 8)}.xlsx`, mediaType: xlsxMediaType });
}
