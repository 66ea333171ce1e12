import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { type ListedRow, listSnapshotFiles } from '~/questionnaires/evidence/list-all-files.server';
import { OpenedFiles } from '~/questionnaires/evidence/opened-files';
import { readSharedContent, wordSections } from '~/sharing/shared-access/read-shared-content.server';
import { openOrThrow } from '~/sharing/shared-access/open-shared-content.server';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { formatDate } from '~/ui/format';
import { PageHeader } from '~/ui/page-header';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const section = param(params, 'sectionId');
  const now = new Date();
  let files: ListedRow[] = [];
  const read = await openOrThrow(() =>
    member.inOrganization(async (db) => {
      const wanted = {
        organizationId: member.organization.id,
        sharedAccessId: param(params, 'sharedAccessId'),
        section,
        how: 'page' as const,
        now,
      };
      const shared = await readSharedContent(db, wanted);
      if (shared.kind === 'open') files = await listSnapshotFiles(db, shared.grant, now);
      return shared;
    }),
  );
  const { grant, content } = read;
  const at = grant.sections.findIndex(({ key }) => key === section);
  return {
    granter: grant.granter,
    instrument: grant.instrument,
    submittedAt: content.submittedAt,
    files,
    section: wordSections(grant, content).find(({ key }) => key === section) ?? null,
    previous: grant.sections[at - 1] ?? null,
    next: grant.sections[at + 1] ?? null,
    path: `/o/${member.organization.slug}/shared-with-us/${grant.id}`,
    base: `/o/${member.organization.slug}`,
  };
}

/** Content that may be revoked is never cached. */
export const headers: HeadersFunction = () => ({ 'cache-control': 'no-store' });

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.section?.title ?? ''} · ${loaded?.granter ?? ''} · Manumit` },
];

export default function SharedSectionPage() {
  const { granter, instrument, submittedAt, files, section, previous, next, path, base } = useLoaderData<typeof loader>();
  return (
    <div className="max-w-prose">
      <PageHeader
        title={section?.title ?? ''}
        lead={m.shared_access_section_lead({ questionnaire: instrument, granter, date: formatDate(submittedAt) })}
        breadcrumbs={[
          { label: m.shared_access_shared_title(), to: `${base}/shared-with-us` },
          { label: granter, to: path },
          { label: section?.title ?? '' },
        ]}
      />
      <dl className="grid">
        {section?.questions.map((question) => (
          <div key={question.key} className="grid gap-1 border-b border-line py-3">
            <dt>
              <span className="me-2 text-xs text-muted">{question.key}</span>
              {question.text}
            </dt>
            <dd>
              {question.answer === null ? (
                <span className="text-muted">{m.shared_access_no_answer()}</span>
              ) : (
                <strong className="font-semibold">{question.answer}</strong>
              )}
              {question.answeredOn && <span className="ms-2 text-muted">{formatDate(question.answeredOn)}</span>}
              {question.note && <p className="text-muted">{question.note}</p>}
              <OpenedFiles files={files.filter((file) => file.question === question.key)} pages={`${path}/files`} bytes={`${path}/files`} />
            </dd>
          </div>
        ))}
      </dl>
      <nav aria-label={m.responses_sections()} className="mt-6 flex flex-wrap gap-2">
        {previous && <LinkButton to={`${path}/sections/${previous.key}`}>{m.responses_previous()}</LinkButton>}
        {next && <LinkButton to={`${path}/sections/${next.key}`}>{m.responses_next_section()}</LinkButton>}
        <Link to={path} className="inline-block min-h-11 py-2">
          {m.shared_access_all_sections()}
        </Link>
      </nav>
    </div>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
