import type { SerializeFrom } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { BandLine } from '~/charts/band-line';
import { Waterfall } from '~/charts/waterfall';
import { readingOf } from '~/charts/words';
import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { Dialog } from '~/ui/dialog';
import { TextArea } from '~/ui/field';
import { formatDate } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { PageHeader, Section } from '~/ui/page-header';
import { DateText, MomentText } from '~/ui/values';
import type { Overview } from './read-overview.server';
import { ComplianceResult } from './compliance-result';
import { ReviewResult } from './review-result';
import { ElevenResult, OperationalResult } from './screening-result';
import { kindWord } from './instrument-kinds';
import { SharingNotice } from './sharing-notice';
import { VersionList } from './version-list';
import { statusWord } from './words';

type Rights = {
  answer: boolean;
  submit: boolean;
  reopen: boolean;
  approve: boolean;
  prepare: boolean;
  sign: boolean;
  readReports: boolean;
};
type Shown = SerializeFrom<Overview> & { base: string; may: Rights };

/** One assessment: where it stands, what is left, what came of it. */
export function AssessmentOverview({ overview, refusal }: { overview: Shown; refusal: { message: string; reason: string } | null }) {
  const { base, may, sections, status } = overview;
  const here = `${base}/assessments/${overview.id}`;
  const asked = sections.reduce((sum, section) => sum + section.asked, 0);
  const answered = sections.reduce((sum, section) => sum + section.answered, 0);
  const nextSection = sections.find((section) => section.answered < section.asked);
  const isOpen = status === 'open';
  return (
    <>
      <PageHeader
        title={overview.supplier.name}
        lead={overview.instrument}
        breadcrumbs={[{ label: m.assessment_title(), to: `${base}/assessments` }, { label: overview.supplier.name }]}
        meta={
          <>
            {kindWord(overview.kind)} · {statusWord(status)}
            {overview.dueOn && (
              <>
                {' · '}
                {m.assessment_column_due()} <DateText value={overview.dueOn} />
              </>
            )}
            {overview.submittedAt && (
              <>
                {' · '}
                <DateText value={overview.submittedAt} />
              </>
            )}
          </>
        }
        actions={
          <>
            {!isOpen && <LinkButton to={`${here}/review`}>{m.desk_link()}</LinkButton>}
            <LinkButton to={`${base}/suppliers/${overview.supplier.publicId}`}>{m.assessment_column_supplier()}</LinkButton>
            {overview.sharing !== 'received' && <LinkButton to={`${here}/paper`}>{m.paper_link()}</LinkButton>}
            {may.answer && isOpen && overview.sharing === 'own' && <LinkButton to={`${here}/workbook`}>{m.workbook_title()}</LinkButton>}
          </>
        }
      />
      {refusal && <Notice tone="danger">{refusal.message}</Notice>}
      {overview.sharing !== 'own' && overview.sharing !== 'received' && (
        <SharingNotice sharing={overview.sharing} askedAt={overview.askedAt} request={base + originPathOf(overview)} />
      )}
      {isOpen && overview.reopenedReason && <Notice tone="info">{m.assessment_reopened_note({ reason: overview.reopenedReason })}</Notice>}
      {!overview.scores && <Notice tone="info">{m.instrument_scores_not_note()}</Notice>}
      {overview.equal !== null && <Notice tone="info">{m.builder_counts({ questions: overview.equal })}</Notice>}
      <Section title={m.assessment_next()}>
        <NextAct
          overview={overview}
          left={asked - answered}
          nextSection={isOpen ? nextSection?.key : undefined}
          here={here}
          reason={refusal?.reason ?? ''}
        />
        {overview.mayCarry && may.answer && overview.sharing === 'own' && (
          <p className="mt-3">
            <Link to={`${here}/carry`} className="text-accent underline">
              {m.carry_link()}
            </Link>
          </p>
        )}
      </Section>
      {overview.contradictions.length > 0 && (
        <Section title={m.assessment_contradictions()} lead={m.assessment_contradictions_lead()}>
          <ul className="grid list-disc gap-1 ps-5">
            {overview.contradictions.map((contradiction) => (
              <li key={contradiction.code}>
                {contradiction.text} <span className="text-muted">({contradiction.questions.join(', ')})</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {overview.scores && <Score overview={overview} />}
      {overview.outcome && <Outcome outcome={overview.outcome} here={here} />}
      <Section title={m.assessment_sections()}>
        <DataTable
          caption={m.assessment_sections()}
          rows={sections}
          rowKey={(section) => section.key}
          columns={[
            {
              key: 'section',
              header: m.assessment_column_section(),
              wraps: true,
              cell: (section) => (
                <Link to={`${here}/questions/${section.key}`} className="text-accent underline">
                  {section.key} · {section.title}
                </Link>
              ),
            },
            {
              key: 'progress',
              header: m.assessment_column_progress(),
              align: 'end',
              cell: (section) =>
                section.asked === 0
                  ? m.instrument_record_only()
                  : m.assessment_section_progress({ answered: section.answered, asked: section.asked }),
            },
          ]}
        />
        <p className="mt-3">
          <Link to={`${here}/files`} className="text-accent underline">
            {m.evidence_link()}
          </Link>
        </p>
      </Section>
      <VersionList versions={overview.versions} here={here} />
      <Section title={m.assessment_findings()}>
        {overview.findings.length === 0 ? (
          <p className="text-muted">{m.assessment_findings_none()}</p>
        ) : (
          <ul className="grid gap-2">
            {overview.findings.map((finding) => (
              <li key={finding.id}>
                <Link to={`${base}/findings?assessment=${overview.id}`} className="text-accent underline">
                  {finding.text}
                </Link>{' '}
                <span className="text-muted">{finding.question}</span>
              </li>
            ))}
          </ul>
        )}
      </Section>
      {may.readReports && overview.scores && <Reports overview={overview} here={here} />}
    </>
  );
}

function NextAct({
  overview,
  left,
  nextSection,
  here,
  reason,
}: {
  overview: Shown;
  left: number;
  nextSection: string | undefined;
  here: string;
  reason: string;
}) {
  const { may, status } = overview;
  if (status === 'open' && overview.sharing !== 'own')
    return <LinkButton to={overview.base + originPathOf(overview)}>{m.asking_to_request()}</LinkButton>;
  if (nextSection && may.answer)
    return (
      <div className="flex flex-wrap items-center gap-4">
        <LinkButton to={`${here}/questions/${nextSection}`} variant="primary">
          {m.assessment_next_answer()}
        </LinkButton>
        <span className="text-muted">{m.assessment_minutes_left({ minutes: overview.minutesLeft })}</span>
      </div>
    );
  if (status === 'open')
    return (
      <Form method="post" className="grid max-w-prose gap-3">
        <p>
          {left === 0 ? m.assessment_complete() : null} {overview.scores ? m.assessment_submit_lead() : m.instrument_submit_lead()}
        </p>
        <div>
          <Button type="submit" name="intent" value="submit" variant="primary" disabled={!may.submit || left > 0}>
            {m.assessment_submit()}
          </Button>
        </div>
      </Form>
    );
  return (
    <div className="flex flex-wrap items-start gap-3">
      {status === 'submitted' && may.approve && overview.sharing !== 'ended' && (
        <LinkButton to={`${here}/review#sign-off`} variant="primary">
          {m.desk_to_sign_off()}
        </LinkButton>
      )}
      {may.reopen && (
        <Dialog trigger={m.assessment_reopen()} title={m.assessment_reopen()}>
          <Form method="post" className="grid gap-3">
            <p>{m.assessment_reopen_lead()}</p>
            <TextArea
              name="reason"
              label={m.assessment_reopen_reason()}
              required
              minLength={3}
              maxLength={1000}
              rows={3}
              defaultValue={reason}
            />
            <div>
              <Button type="submit" name="intent" value="reopen" variant="primary">
                {m.assessment_reopen()}
              </Button>
            </div>
          </Form>
        </Dialog>
      )}
    </div>
  );
}

function Outcome({ outcome, here }: { outcome: NonNullable<Shown['outcome']>; here: string }) {
  switch (outcome.kind) {
    case 'compliance':
      return <ComplianceResult result={outcome} here={here} />;
    case 'review':
      return <ReviewResult result={outcome} here={here} />;
    case 'operational':
      return <OperationalResult result={outcome} here={here} />;
    case 'eleven':
      return <ElevenResult result={outcome} here={here} />;
  }
}

/** Where the supplier stands since its answers; an instrument that gives no credit shows none. */
function Score({ overview }: { overview: Shown }) {
  const { base, supplier, result } = overview;
  return (
    <Section
      title={m.assessment_score()}
      actions={<LinkButton to={`${base}/suppliers/${supplier.publicId}/score`}>{m.assessment_see_score()}</LinkButton>}
    >
      {result ? (
        <>
          <BandLine reading={readingOf(result)} />
          {overview.counted && <Counted counted={overview.counted} to={`${base}/suppliers/${supplier.publicId}/score#counted`} />}
          {result.status === 'scored' && (
            <Waterfall result={result} hrefFor={(row) => `${base}/suppliers/${supplier.publicId}/score#${row}`} />
          )}
        </>
      ) : (
        <p className="text-muted">{m.assessment_not_scored()}</p>
      )}
    </Section>
  );
}

/** What of this questionnaire counts beside others. */
function Counted({ counted, to }: { counted: NonNullable<Shown['counted']>; to: string }) {
  const date = formatDate(counted.on);
  return (
    <p className="my-3">
      {counted.counted === 0
        ? m.assessment_counted_none({ date })
        : m.assessment_counted({ date, counted: counted.counted, aside: counted.aside })}{' '}
      <Link to={to} className="text-accent underline">
        {m.assessment_counted_link()}
      </Link>
    </p>
  );
}

function Reports({ overview, here }: { overview: Shown; here: string }) {
  return (
    <Section title={m.assessment_reports()} lead={m.assessment_reports_lead()} id="reports">
      {overview.may.prepare &&
        (overview.status === 'open' ? (
          <p className="mb-3 text-muted">{m.assessment_report_needs_submit()}</p>
        ) : (
          <Form method="post" className="mb-3">
            <Button type="submit" name="intent" value="prepare-report" variant={overview.reports.length === 0 ? 'primary' : 'secondary'}>
              {m.assessment_report_prepare()}
            </Button>
          </Form>
        ))}
      {overview.reports.length > 0 && (
        <DataTable
          caption={m.assessment_reports()}
          rows={overview.reports}
          rowKey={(report) => report.id}
          columns={[
            { key: 'at', header: m.assessment_report_at(), cell: (report) => <MomentText value={report.preparedAt} /> },
            {
              key: 'files',
              header: m.assessment_reports(),
              cell: (report) => (
                <span className="flex gap-4">
                  <a href={`${here}/reports/${report.id}.pdf`} download className="text-accent underline">
                    {m.assessment_report_pdf()}
                  </a>
                  <a href={`${here}/reports/${report.id}.json`} download className="text-accent underline">
                    {m.assessment_report_json()}
                  </a>
                </span>
              ),
            },
            {
              key: 'signed',
              header: m.signing_sign(),
              cell: (report) =>
                report.signedAt ? (
                  m.signing_signed_on({ date: formatDate(report.signedAt) })
                ) : overview.may.sign && overview.status === 'approved' ? (
                  <Form method="post" action={`${here}/reports/${report.id}/sign`}>
                    <Button type="submit" size="sm" title={m.signing_sign_lead()}>
                      {m.signing_sign()}
                    </Button>
                  </Form>
                ) : (
                  '—'
                ),
            },
            {
              key: 'hash',
              header: m.assessment_report_hash(),
              isWideOnly: true,
              cell: (report) => (
                <Link to={`/verify/${report.hash}`} className="text-accent underline">
                  <code>{report.hash.slice(0, 16)}…</code>
                </Link>
              ),
            },
          ]}
        />
      )}
    </Section>
  );
}

/** Where the answers of another organization come from: the request, or the access that was granted. */
function originPathOf({ id, grantId }: { id: string; grantId: string | null }): string {
  return grantId ? `/shared/${grantId}` : `/requests/${id}`;
}
