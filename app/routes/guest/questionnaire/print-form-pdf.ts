import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireRespondent } from '~/access/require-respondent.server';
import { ownPaper } from '~/questionnaires/print-form/own-paper.server';
import { renderPaperFormApart } from '~/questionnaires/print-form/paper-form/render-apart.server';
import { downloadResponse } from '~/platform/http/download-response.server';

/** The form of the response as PDF. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { form, id } = await ownPaper(await requireRespondent(request, params, 'answer:response', 'to-part'), request);
  const fileName = `questionnaire-${id.slice(0, 8)}-${form.locale}.pdf`;
  return downloadResponse(await renderPaperFormApart(form), { fileName, mediaType: 'application/pdf' });
}
