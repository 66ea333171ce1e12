import { Link } from '@remix-run/react';
import { BandLine } from '~/documents/charts/band-line';
import { Waterfall } from '~/documents/charts/waterfall';
import { readingOf } from '~/documents/charts/labels';
import { partyHref } from '~/suppliers/parties/party-href';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { formatDate } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { PageHeader, Section } from '~/ui/page-header';
import { DateText } from '~/ui/values';
import { ComplianceResult } from '~/risk/scores/compliance-result';
import { ReviewResult } from '~/risk/scores/review-result';
import { ElevenResult, OperationalResult } from '~/risk/scores/screening-result';
import { recordHref } from '~/questionnaires/answer-review/schema';
import { WeakSection } from '~/questionnaires/answer-review/weak-section';
import { kindLabel } from '~/questionnaires/responses/instrument-kinds';
import { NextAct } from './next-act';
import { ReportList } from './report-list';
import { originPathOf, type ShownOverview } from './shown-overview';
import { SharingNotice } from '~/questionnaires/responses/sharing-notice';
import { VersionList } from '~/questionnaires/responses/version-list';
import { responseStatusLabel } from '~/platform/terms/response-status-label';

/** One response: status, remaining questions, and results. */
export function ResponseOverview({ overview, refusal }: { overview: ShownOverview; refusal: { message: string; reason: string } | null }) {
  const { base, may, sections, status } = overview;
  const here = `${base}/responses/${overview.id}`;
  const asked = sections.reduce((sum, section) => sum + section.asked, 0);
  const answered = sections.reduce((sum, section) => sum + section.answered, 0);
  const nextSection = sections.find((section) => section.answered < section.asked);
  const isOpen = status === 'open';
  return (
    <>
      <PageHeader
        title={overview.supplier.name}
        lead={overview.instrument}
        breadcrumbs={[{ label: m.responses_title(), to: `${base}/responses` }, { label: overview.supplier.name }]}
        meta={
          <>
            {kindLabel(overview.kind)} · {responseStatusLabel(status)}
            {overview.dueOn && (
              <>
                {' · '}
                {m.responses_column_due()} <DateText value={overview.dueOn} />
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
            {!isOpen && <LinkButton to={`${here}/review`}>{m.answer_review_link()}</LinkButton>}
            <LinkButton to={partyHref(base, overview.supplier) ?? base}>
              {overview.supplier.kind === 'labour-recruiter' ? m.recruiter_reviews_word() : m.responses_column_supplier()}
            </LinkButton>
            {overview.sharing !== 'received' && <LinkButton to={`${here}/print-form`}>{m.print_form_link()}</LinkButton>}
            {may.answer && isOpen && overview.sharing === 'own' && <LinkButton to={`${here}/workbook`}>{m.workbook_title()}</LinkButton>}
          </>
        }
      />
      {refusal && <Notice tone="danger">{refusal.message}</Notice>}
      {overview.sharing !== 'own' && overview.sharing !== 'received' && (
        <SharingNotice sharing={overview.sharing} askedAt={overview.askedAt} request={base + originPathOf(overview)} />
      )}
      {overview.isComputing && (
        <Notice tone="warning" title={m.requests_computing_title()}>
          {m.requests_computing_text()}
        </Notice>
      )}
      {isOpen && overview.reopenedReason && <Notice tone="info">{m.responses_reopened_note({ reason: overview.reopenedReason })}</Notice>}
      {!overview.scores && (
        <Notice tone="info">
          {overview.supplier.kind === 'labour-recruiter' ? m.recruiter_reviews_reviews_count() : m.templates_scores_not_note()}
        </Notice>
      )}
      {overview.equal !== null && <Notice tone="info">{m.builder_counts({ questions: overview.equal })}</Notice>}
      <Section title={m.responses_next()}>
        <NextAct
          overview={overview}
          left={asked - answered}
          nextSection={isOpen ? nextSection?.key : undefined}
          here={here}
          reason={refusal?.reason ?? ''}
        />
        {overview.mayCarry && may.answer && overview.sharing === 'own' && (
          <p className="mt-3">
            <Link to={`${here}/previous-answers`} className="text-accent underline">
              {m.carry_over_link()}
            </Link>
          </p>
        )}
      </Section>
      {overview.contradictions.length > 0 && (
        <Section
          title={m.responses_contradictions()}
          lead={overview.scores ? m.responses_contradictions_lead() : m.consistency_review_lead()}
        >
          <ul className="grid list-disc gap-1 ps-5">
            {overview.contradictions.map((contradiction) => (
              <li key={contradiction.code}>
                {contradiction.text} <span className="text-muted">({contradiction.questions.join(', ')})</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <WeakSection
        weak={overview.weak}
        answerHref={({ section, question }) => `${here}/questions/${section}#${question}`}
        findingHref={
          may.record && !isOpen
            ? (question) => recordHref(base, { supplier: overview.supplier.publicId, response: overview.id, question })
            : null
        }
      />
      <Section title={m.responses_findings()}>
        {overview.findings.length === 0 ? (
          <p className="text-muted">
            {overview.weak.length === 0 ? m.responses_findings_none() : m.responses_findings_none_harm({ count: overview.weak.length })}
          </p>
        ) : (
          <ul className="grid gap-2">
            {overview.findings.map((finding) => (
              <li key={finding.id}>
                <Link to={`${base}/findings/${finding.id}`} className="text-accent underline">
                  {finding.text}
                </Link>{' '}
                <span className="text-muted">{finding.question}</span>
              </li>
            ))}
          </ul>
        )}
      </Section>
      {overview.scores && <Score overview={overview} />}
      {overview.outcome && <Outcome outcome={overview.outcome} here={here} />}
      <Section title={m.responses_sections()}>
        <DataTable
          caption={m.responses_sections()}
          rows={sections}
          rowKey={(section) => section.key}
          columns={[
            {
              key: 'section',
              header: m.responses_column_section(),
              wraps: true,
              cell: (section) => (
                <Link to={`${here}/questions/${section.key}`} className="text-accent underline">
                  {section.key} · {section.title}
                </Link>
              ),
            },
            {
              key: 'progress',
              header: m.responses_column_progress(),
              align: 'end',
              cell: (section) =>
                section.asked === 0
                  ? m.templates_record_only()
                  : m.responses_section_progress({ answered: section.answered, asked: section.asked }),
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
      {may.readReports && overview.scores && <ReportList overview={overview} here={here} />}
    </>
  );
}

function Outcome({ outcome, here }: { outcome: NonNullable<ShownOverview['outcome']>; here: string }) {
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

/** The supplier's score since its answers; a questionnaire without credit shows none. */
function Score({ overview }: { overview: ShownOverview }) {
  const { base, supplier, result } = overview;
  return (
    <Section
      title={m.responses_score()}
      actions={<LinkButton to={`${base}/suppliers/${supplier.publicId}/score`}>{m.responses_see_score()}</LinkButton>}
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
        <p className="text-muted">{m.responses_not_scored()}</p>
      )}
    </Section>
  );
}

/** What of this questionnaire counts beside others. */
function Counted({ counted, to }: { counted: NonNullable<ShownOverview['counted']>; to: string }) {
  const date = formatDate(counted.on);
  return (
    <p className="my-3">
      {counted.counted === 0
        ? m.responses_counted_none({ date })
        : m.responses_counted({ date, counted: counted.counted, aside: counted.aside })}{' '}
      <Link to={to} className="text-accent underline">
        {m.responses_counted_link()}
      </Link>
    </p>
  );
}
