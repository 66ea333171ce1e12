import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { readResponse } from '~/questionnaires/responses/read-response.server';
import { readVersion } from '~/questionnaires/responses/read-versions.server';
import { wordSections } from '~/sharing/shared-access/read-shared-content.server';
import { localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import { m } from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
import { LinkButton } from '~/ui/button';
import { formatDate, formatNumber } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { PageHeader, Section } from '~/ui/page-header';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const read = await member.inOrganization(async (db) => {
    const response = await readResponse(db, param(params, 'responseId'));
    const version = response && (await readVersion(db, response, param(params, 'versionId')));
    return version && { response, version };
  });
  if (!read) throw notFound();
  const { response, version } = read;
  const { content, ...dated } = version;
  const { title, sections } = localizedInstrument(response.instrumentKey, getLocale());
  const shown = {
    instrumentKey: response.instrumentKey,
    sections: sections.map((section) => ({ key: section.key, title: section.title.text })),
  };
  return {
    version: dated,
    files: content.files.length,
    supplier: response.party.name,
    instrument: title.text,
    sections: wordSections(shown, content).map(({ questions, ...section }) => ({
      ...section,
      questions: questions.filter(({ answer }) => answer !== null),
    })),
    base: `/o/${member.organization.slug}`,
    here: `/o/${member.organization.slug}/responses/${response.id}`,
  };
}

/** Content that may be revoked is never cached. */
export const headers: HeadersFunction = () => ({ 'cache-control': 'no-store' });

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  {
    title: `${m.answer_review_version_title({ date: loaded ? formatDate(loaded.version.sentAt) : '' })} · ${loaded?.supplier ?? ''} · Manumit`,
  },
];

export default function VersionPage() {
  const { version, files, supplier, instrument, sections, base, here } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={m.answer_review_version_title({ date: formatDate(version.sentAt) })}
        lead={instrument}
        breadcrumbs={[
          { label: m.responses_title(), to: `${base}/responses` },
          { label: supplier, to: here },
          { label: m.answer_review_versions(), to: `${here}#versions` },
        ]}
        actions={<LinkButton to={here}>{m.responses_back()}</LinkButton>}
      />
      {version.replacedAt && <Notice tone="info">{m.answer_review_version_old({ date: formatDate(version.replacedAt) })}</Notice>}
      <p className="my-3 break-all text-sm text-muted">
        {m.answer_review_version_hash({ hash: version.contentHash })} · {m.answer_review_version_files({ count: formatNumber(files) })}
      </p>
      {sections.map((section) => (
        <Section key={section.key} title={section.title}>
          {section.questions.length === 0 && <p className="text-muted">{m.answer_review_version_none()}</p>}
          <dl className="grid max-w-prose">
            {section.questions.map((question) => (
              <div key={question.key} className="grid gap-1 border-b border-line py-3">
                <dt>
                  <span className="me-2 text-xs text-muted">{question.key}</span>
                  {question.text}
                </dt>
                <dd>
                  <strong className="font-semibold">{question.answer}</strong>
                  {question.answeredOn && <span className="ms-2 text-muted">{formatDate(question.answeredOn)}</span>}
                  {question.note && <p className="text-muted">{question.note}</p>}
                </dd>
              </div>
            ))}
          </dl>
        </Section>
      ))}
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
