import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { EvidenceForms, EvidencePanel } from '~/questionnaires/evidence/evidence-panel';
import { PointHeading } from '~/questionnaires/responses/point-heading';
import { CarriedLine } from '~/questionnaires/responses/carried-line';
import { readCarriedDepths } from '~/questionnaires/responses/read-carried-depths.server';
import { QuestionField, QuestionRow } from '~/questionnaires/responses/question-field';
import { PointParts } from '~/questionnaires/responses/point-parts';
import { RowTable } from '~/questionnaires/responses/row-choices';
import { readResponse } from '~/questionnaires/responses/read-response.server';
import { saveSection } from '~/questionnaires/responses/save-section.server';
import { SharingNotice } from '~/questionnaires/responses/sharing-notice';
import { sectionView } from '~/questionnaires/responses/section-view.server';
import { WithheldList } from '~/questionnaires/responses/withheld-list';
import { LeftOut } from '~/questionnaires/question-scope/left-out';
import { gradeOwnFile } from '~/questionnaires/evidence/member-files.server';
import { OpenCaseButton, OpenCaseForms } from '~/platform/privacy/open-case';
import { m } from '~/paraglide/messages';
import { Button, DefaultSubmit, LinkButton } from '~/ui/button';
import { Form } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { PageHeader } from '~/ui/page-header';
import { readForm } from '~/platform/forms/read-form.server';
import { forbidden, notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const { response, carried } = await member.inOrganization(async (db) => {
    const read = await readResponse(db, param(params, 'responseId'), { section: param(params, 'sectionId') });
    return { response: read, carried: read ? await readCarriedDepths(db, read) : {} };
  });
  const section = response && sectionView(response, param(params, 'sectionId'));
  if (!response || !section) throw notFound();
  const { sharing } = response;
  if (sharing === 'received') throw redirect(`/guest/questionnaire/${response.id}/sections/${section.key}`);
  return {
    section,
    carried,
    supplier: response.party.name,
    responseId: response.id,
    about: response.party.publicId,
    base: `/o/${member.organization.slug}`,
    // Not where a supplier answered itself: its answers are its own statements.
    mayOpenCase: response.sharing === 'own' && member.can('open:sensitive-case'),
    basePath: `/o/${member.organization.slug}/responses/${response.id}`,
    isOpen: response.status === 'open',
    sharing,
    askedAt: response.request?.invitedAt ?? null,
    requestPath: response.attached
      ? `/o/${member.organization.slug}/shared-with-us/${response.attached.sharedAccessId}`
      : `/o/${member.organization.slug}/requests/${response.id}`,
    mayAnswer: response.status === 'open' && response.sharing === 'own' && member.can('answer:response'),
    mayGrade: response.sharing === 'own' && member.can('grade:evidence'),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const responseId = param(params, 'responseId');
  const form = await readForm(request);
  if (form.get('intent') === 'grade-evidence') {
    const graded = await gradeOwnFile(member, { responseId, form, now: new Date() });
    if (graded.kind === 'refused') return data({ message: graded.message, refusals: null }, { status: 422 });
    if (graded.kind === 'forbidden') throw forbidden();
    if (graded.kind === 'unknown') throw notFound();
    return redirect(`${new URL(request.url).pathname.replace(/\.data$/, '')}#${graded.question}`, { status: 303 });
  }
  if (!member.can('answer:response')) throw forbidden();
  const saved = await saveSection(member, { responseId, sectionKey: param(params, 'sectionId'), form, now: new Date() });
  if (saved.kind === 'unknown') throw notFound();
  if (saved.kind === 'one') return data(saved.reply, { status: saved.reply.refusal ? 422 : 200 });
  if (saved.kind === 'asked') return redirect(`${new URL(request.url).pathname.replace(/\.data$/, '')}#${saved.question}`, { status: 303 });
  if (Object.keys(saved.refusals).length > 0) return data({ message: null, refusals: saved.refusals }, { status: 422 });
  const base = `/o/${member.organization.slug}/responses/${responseId}`;
  return redirect(saved.next ? `${base}/questions/${saved.next}` : base, { status: 303 });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.section.title ?? ''} · ${loaded?.supplier ?? ''} · Manumit` },
];

export default function SectionPage() {
  const {
    section,
    carried,
    supplier,
    responseId,
    about,
    base,
    mayOpenCase,
    basePath,
    isOpen,
    sharing,
    askedAt,
    requestPath,
    mayAnswer,
    mayGrade,
  } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const refusals = reply && 'refusals' in reply ? reply.refusals : null;
  const message = reply && 'message' in reply ? reply.message : null;
  return (
    <>
      <PageHeader title={section.title} lead={section.summary} breadcrumbs={[{ label: supplier, to: basePath }, { label: section.key }]} />
      {sharing !== 'own' && <SharingNotice sharing={sharing} askedAt={askedAt} request={requestPath} />}
      {!isOpen && sharing === 'own' && <Notice tone="info">{m.responses_refused_not_open()}</Notice>}
      {message && <Notice tone="danger">{message}</Notice>}
      <Form method="post" key={section.key} noValidate>
        <input type="hidden" name="intent" value="save-section" />
        <DefaultSubmit />
        <PointParts
          questions={section.questions}
          isPressing={({ key, contradictions }) => refusals?.[key] !== undefined || contradictions.length > 0}
          heading={(point) => <PointHeading point={point} />}
        >
          {({ table, questions: [first, ...others] }) => {
            if (!first) return null;
            const evidenceOf = (question: typeof first) => (
              <EvidencePanel question={question} basePath={basePath} mayAnswer={mayAnswer} mayGrade={mayGrade} />
            );
            if (table)
              return (
                <div className="max-w-5xl pb-6">
                  <RowTable first={first}>
                    {[first, ...others].map((question) => (
                      <QuestionRow key={question.key} question={question} mayAnswer={mayAnswer} error={refusals?.[question.key]}>
                        <CarriedLine carried={carried[question.key]} />
                        <details className="grow">
                          <summary className="cursor-pointer">{m.files_link({ count: question.evidence.length })}</summary>
                          {evidenceOf(question)}
                        </details>
                      </QuestionRow>
                    ))}
                  </RowTable>
                </div>
              );
            return (
              <QuestionField question={first} mayAnswer={mayAnswer} error={refusals?.[first.key]}>
                <CarriedLine carried={carried[first.key]} />
                {sharing === 'own' && first.marks.isRestricted && (
                  <p className="max-w-prose text-sm">{m.sensitive_cases_from_documents()}</p>
                )}
                {mayOpenCase && first.marks.isRestricted && <OpenCaseButton question={first.key} />}
                {evidenceOf(first)}
              </QuestionField>
            );
          }}
        </PointParts>
        <LeftOut questions={section.leftOut} mayAnswer={mayAnswer} />
        <WithheldList questions={section.withheld} action={(key) => mayOpenCase && <OpenCaseButton question={key} />} />
        <nav aria-label={m.responses_sections()} className="flex flex-wrap gap-3 border-t border-line pt-4">
          {mayAnswer && (
            <Button type="submit" variant="primary">
              {m.responses_save()}
            </Button>
          )}
          {section.previous && <LinkButton to={`${basePath}/questions/${section.previous}`}>{m.responses_previous()}</LinkButton>}
          {section.next && <LinkButton to={`${basePath}/questions/${section.next}`}>{m.responses_next_section()}</LinkButton>}
          <LinkButton to={basePath}>{m.responses_back()}</LinkButton>
        </nav>
      </Form>
      {mayOpenCase && (
        <OpenCaseForms
          base={base}
          about={about}
          places={[...section.questions.filter(({ marks }) => marks.isRestricted), ...section.withheld].map(({ key }) => ({
            responseId,
            question: key,
          }))}
        />
      )}
      {mayGrade && <EvidenceForms questions={section.questions} />}
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
