import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireRespondent } from '~/access/require-respondent.server';
import { ownPaper } from '~/questionnaires/print-form/own-paper.server';
import { PaperLinks, PaperView } from '~/questionnaires/print-form/paper-view';
import { AnswerFrame } from '~/questionnaires/respondent/answer-frame';
import { m } from '~/paraglide/messages';

export const handle = { isPlain: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  return ownPaper(await requireRespondent(request, params, 'answer:response', 'to-part'), request);
}

export const headers: HeadersFunction = () => ({ 'cache-control': 'no-store' });

export const meta: MetaFunction = () => [{ title: `${m.print_form_title()} · Manumit` }, { name: 'robots', content: 'noindex' }];

export default function AnswerPaper() {
  const { form, isBlank, hasAnswers, base, asker } = useLoaderData<typeof loader>();
  return (
    <AnswerFrame asker={asker} home={base}>
      <div className="mb-8 grid gap-4" data-print="none">
        <h1>{m.print_form_title()}</h1>
        <p>{m.print_form_lead()}</p>
        <PaperLinks here={`${base}/print-form`} isBlank={isBlank} hasAnswers={hasAnswers} />
      </div>
      <PaperView form={form} />
    </AnswerFrame>
  );
}

export { AnswerError as ErrorBoundary } from '~/questionnaires/respondent/answer-error';
