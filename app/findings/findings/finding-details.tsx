import { Term } from '~/ui/term';
import { indicatorTerm } from '~/platform/terms/glossary-terms';
import { validityLine } from '~/questionnaires/evidence/labels';
import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { m } from '~/paraglide/messages';
import { formatList } from '~/ui/format';
import { KeyValueList, type Pair } from '~/ui/key-value';
import { Section } from '~/ui/page-header';
import { DateText, Unknown } from '~/ui/values';
import { FileList } from './file-list';
import type { FindingRead } from './read-finding.server';
import { agreementLabel, evidenceLabel, extentLabel, frequencyLabel, methodLabel, originLabel, peopleLabel } from './labels';
import { indicatorLabel } from '~/platform/terms/indicator-label';

export type ShownFinding = SerializeFrom<FindingRead>;

const known = (value: string | null | undefined): ReactNode => (value ? value : <Unknown />);

/** All details of one finding; missing ones read as unknown. For members of its own organization only. */
export function FindingDetails({ finding, base }: { finding: ShownFinding; base: string }) {
  const link = (id: string, text: string) => <Link to={`${base}/findings/${id}`}>{text}</Link>;
  const pairs: Pair[] = [
    { key: 'people', label: m.findings_people(), value: peopleLabel(finding.people), note: m.findings_people_note() },
    { key: 'extent', label: m.findings_extent(), value: known(finding.extent && extentLabel(finding.extent)) },
    { key: 'frequency', label: m.findings_frequency(), value: known(finding.frequency && frequencyLabel(finding.frequency)) },
    {
      key: 'point',
      label: m.findings_point(),
      value: finding.compliancePoint ? (
        <Link to={`${base}/findings?point=${finding.compliancePoint}`}>
          {[finding.compliancePoint, finding.pointTitle].filter(Boolean).join(' · ')}
        </Link>
      ) : (
        <Unknown />
      ),
    },
    {
      key: 'indicator',
      label: <Term of={indicatorTerm}>{m.findings_indicator()}</Term>,
      value: known(finding.indicator && indicatorLabel(finding.indicator)),
    },
    {
      key: 'law',
      label: m.findings_law(),
      value: finding.lawReference || finding.lawUrl ? <Reference text={finding.lawReference} url={finding.lawUrl} /> : <Unknown />,
      ...(finding.isLegalContext ? { note: m.findings_legal_context() } : {}),
    },
    {
      key: 'code',
      label: m.findings_code(),
      value: finding.codeReference || finding.codeUrl ? <Reference text={finding.codeReference} url={finding.codeUrl} /> : <Unknown />,
    },
    {
      key: 'methods',
      label: m.findings_methods(),
      value: finding.methods.length > 0 ? formatList(finding.methods.map(methodLabel)) : <Unknown />,
      ...(finding.agreement ? { note: agreementLabel(finding.agreement) } : {}),
    },
    { key: 'checked', label: m.findings_checked(), value: evidenceLabel(finding.evidenceGrade) },
    { key: 'root', label: m.findings_root_cause(), value: known(finding.rootCause) },
    { key: 'due', label: m.findings_due(), value: finding.dueOn ? <DateText value={finding.dueOn} /> : <Unknown /> },
    {
      key: 'opened',
      label: m.method_column_opened(),
      value: <DateText value={finding.openedAt} />,
      note: finding.recordedBy
        ? m.findings_recorded_by({ name: finding.recordedBy, origin: originLabel(finding.origin) })
        : originLabel(finding.origin),
    },
    ...(finding.report
      ? [
          {
            key: 'report',
            label: m.shared_access_report_attached_number(),
            value: (
              <Link to={`${base}/shared-with-us/${finding.report.sharedAccessId}`}>
                {m.shared_access_report_from({ number: finding.report.auditNumber, issuer: finding.report.issuer })}
              </Link>
            ),
          },
        ]
      : []),
    ...(finding.repeatOf
      ? [{ key: 'repeat', label: m.findings_repeat_of(), value: link(finding.repeatOf.id, finding.repeatOf.text) }]
      : []),
    ...finding.repeatedBy.map(({ id, text }) => ({ key: id, label: m.findings_repeated_by(), value: link(id, text) })),
  ];
  return (
    <>
      <KeyValueList columns={2} pairs={pairs} />
      {finding.restrictedNote && (
        <div className="mt-6 max-w-prose border-s-4 border-edge ps-4" data-print="none">
          <h2 className="text-base font-semibold">{m.findings_restricted_note()}</h2>
          <p className="whitespace-pre-line">{finding.restrictedNote}</p>
          <p className="text-xs text-muted">{m.findings_restricted_note_hint()}</p>
        </div>
      )}
    </>
  );
}

function Reference({ text, url }: { text: string; url: string | null }) {
  if (!url) return <bdi>{text}</bdi>;
  return (
    <a href={url} target="_blank" rel="noreferrer noopener">
      <bdi>{text || m.findings_opens_article()}</bdi>
      <span className="sr-only"> ({m.findings_opens_article()})</span>
    </a>
  );
}

/** Evidence: own files, files of answers, and what was seen where no file can be stored. */
export function FindingEvidence({ finding, base, mayEdit }: { finding: ShownFinding; base: string; mayEdit: boolean }) {
  const page = `${base}/findings/${finding.id}`;
  const isEmpty = finding.files.length === 0 && finding.answerFiles.length === 0 && finding.evidenceSeen === '';
  return (
    <Section title={m.findings_evidence()} id="evidence">
      {isEmpty && <p className="text-muted">{m.findings_evidence_none()}</p>}
      {finding.evidenceSeen && <p className="mb-3 max-w-prose whitespace-pre-line">{finding.evidenceSeen}</p>}
      <FileList files={finding.files} path={`${page}/files`} remove={mayEdit ? { findingId: finding.id } : null} />
      <ul className="grid gap-1">
        {finding.answerFiles.map((file) => (
          <li key={file.id} className="flex flex-wrap items-baseline gap-x-3 border-b border-line py-1.5">
            <Link to={`${base}/responses/${file.responseId}/files/${file.question}/${file.id}`} className="break-all">
              <bdi>{file.fileName}</bdi>
            </Link>
            <span className="text-xs text-muted">{m.method_finding_answer({ question: file.question })}</span>
            {file.isExpired && <span className="text-danger">{validityLine(file, false)}</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
