import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { responsePaper } from '~/questionnaires/print-form/member-paper.server';
import { renderPaperFormApart } from '~/questionnaires/print-form/paper-form/render-apart.server';
import { downloadResponse } from '~/platform/http/download-response.server';
import { param } from '~/platform/http/param.server';

/** The form of a response as PDF; reading shared answers is logged. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const { form, id } = await responsePaper(member, { request, responseId: param(params, 'responseId'), how: 'pdf' });
  const fileName = `questionnaire-${id.slice(0, 8)}-${form.locale}.pdf`;
  return downloadResponse(await renderPaperFormApart(form), { fileName, mediaType: 'application/pdf' });
}
