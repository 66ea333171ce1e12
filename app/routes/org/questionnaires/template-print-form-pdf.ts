import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { instrumentPaper } from '~/questionnaires/print-form/member-paper.server';
import { renderPaperFormApart } from '~/questionnaires/print-form/paper-form/render-apart.server';
import { downloadResponse } from '~/platform/http/download-response.server';
import { param } from '~/platform/http/param.server';

/** A questionnaire as an empty form in PDF. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const { form, key } = await instrumentPaper(member, { request, key: param(params, 'instrumentKey') });
  const fileName = `${key.replace('@', '-')}-${form.locale}.pdf`;
  return downloadResponse(await renderPaperFormApart(form), { fileName, mediaType: 'application/pdf' });
}
