import { Link } from '@remix-run/react';
import { ChecksLink } from '~/platform/navigation/country-link';
import { m } from '~/paraglide/messages';
import { formatNumber } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { Section } from '~/ui/page-header';
import { MomentText, NumberText } from '~/ui/values';
import type { FormFailure } from '~/ui/form-values';
import { CancelForm, SampleForm } from './audit-plan-forms';
import type { AuditRead } from './read-audit.server';
import { AuditTeam } from './audit-team';
import type { TeamRow } from './team-form';
import { plannedLabel, SampleNotes } from './sample-notes';
import { TermsForm } from './terms-form';
import { dimensionList, dimensionLabel, focusSentence, sampleValueLabel } from './labels';

type Dated<Value> = { [Key in keyof Value]: Value[Key] extends Date ? Date | string : Value[Key] };
export type PlanReply = { intent: string; failure: FormFailure } | null;

/** The audit plan: terms, focus areas, interviews and team. */
export function AuditPlanPage({
  audit,
  recorders,
  own,
  mayPlan,
  mayDeclare,
  base,
  reply,
}: {
  audit: Omit<Dated<AuditRead>, 'team' | 'concluded' | 'approved' | 'startedAt'> & {
    startedAt: Date | string | null;
    team: readonly TeamRow[];
  };
  recorders: readonly { id: string; name: string }[];
  own: TeamRow | null;
  mayPlan: boolean;
  mayDeclare: boolean;
  base: string;
  reply: PlanReply;
}) {
  const failureOf = (...intents: string[]) => (reply && intents.includes(reply.intent) ? reply.failure : undefined);
  return (
    <>
      <Section title={m.audits_focus_title()} lead={m.audits_focus_lead()}>
        {audit.focus.length === 0 ? (
          <p className="text-muted">{m.audits_focus_none()}</p>
        ) : (
          <ol className="grid max-w-prose list-decimal gap-1.5 ps-6">
            {audit.focus.map((item) => (
              <li key={item.kind === 'override' || item.kind === 'contradiction' ? `${item.kind} ${item.code}` : `${item.kind} ${item.id}`}>
                {focusSentence(item)}
                {'questions' in item && <span className="text-muted"> ({item.questions.join(', ')})</span>}
              </li>
            ))}
          </ol>
        )}
        {audit.supplier.country && (
          <p className="mt-3">
            <ChecksLink country={audit.supplier.country} sector={audit.supplier.sector} />
          </p>
        )}
      </Section>
      <Section title={m.audits_sample_title()} lead={m.audits_sample_lead()}>
        <table className="table max-w-prose">
          <caption className="sr-only">{m.audits_sample_title()}</caption>
          <thead>
            <tr>
              <th scope="col">{m.audits_sample_group()}</th>
              <th scope="col" className="text-end">
                {m.audits_sample_people()}
              </th>
            </tr>
          </thead>
          <tbody>
            {audit.sample.rows.map(({ dimension, value, people, isTooSmall }) => (
              <tr key={`${dimension} ${value}`}>
                <th scope="row" className="text-start font-normal">
                  <bdi>{sampleValueLabel(dimension, value)}</bdi> <span className="text-muted">({dimensionLabel(dimension)})</span>
                </th>
                <td className="text-end tabular-nums">{plannedLabel({ people, isTooSmall })}</td>
              </tr>
            ))}
            <tr>
              <th scope="row" className="text-start">
                {m.audits_sample_total()}
              </th>
              <td className="text-end tabular-nums">{formatNumber(audit.sample.interviews)}</td>
            </tr>
          </tbody>
        </table>
        {audit.sample.unknown.length > 0 && (
          <p className="mt-2 max-w-prose text-muted">{m.audits_sample_unknown({ dimensions: dimensionList(audit.sample.unknown) })}</p>
        )}
        <SampleNotes rows={audit.sample.rows.map((row) => ({ ...row, label: sampleValueLabel(row.dimension, row.value) }))} />
        {mayPlan && <SampleForm rows={audit.sample.rows} failure={failureOf('sample')} />}
      </Section>
      <AuditTeam
        team={audit.team}
        recorders={recorders}
        own={mayDeclare ? own : null}
        mayPlan={mayPlan}
        failure={failureOf('put-on-team', 'take-off-team')}
        declareFailure={failureOf('declare')}
      />
      <Section title={m.audits_tab_plan()}>
        <KeyValueList
          columns={2}
          pairs={[
            { key: 'workers', label: m.audits_workers(), value: <NumberText value={audit.workers} /> },
            {
              key: 'days',
              label: m.audits_person_days(),
              value: formatNumber(audit.personDays, { digits: Number.isInteger(audit.personDays) ? 0 : 1 }),
              note:
                audit.usual &&
                m.audits_person_days_usual({ days: formatNumber(audit.usual.personDays), interviews: audit.usual.interviews }),
            },
            ...(audit.commission
              ? [
                  {
                    key: 'commission',
                    label: m.commissions_buyer(),
                    value: mayPlan ? (
                      <Link to={`${base}/commissions/${audit.commission.id}`}>{audit.commission.buyer}</Link>
                    ) : (
                      audit.commission.buyer
                    ),
                  },
                ]
              : []),
            { key: 'paid', label: m.audits_paid_by(), value: audit.paidBy || m.audits_unknown() },
            ...(audit.further.length > 0 ? [{ key: 'further', label: m.audits_further(), value: audit.further.join('; ') }] : []),
            { key: 'purpose', label: m.audits_purpose(), value: audit.purpose || '—' },
            ...(audit.contact ? [{ key: 'contact', label: m.auditpapers_contact(), value: audit.contact }] : []),
            ...(audit.licences ? [{ key: 'licences', label: m.auditpapers_licences(), value: audit.licences }] : []),
            {
              key: 'previous',
              label: m.audits_previous(),
              value: audit.previous ? (
                <Link to={`${base}/audits/${audit.previous.id}`}>{audit.previous.number}</Link>
              ) : (
                m.audits_previous_none()
              ),
            },
            {
              key: 'planned',
              label: m.audits_planned_by(),
              value: <MomentText value={audit.plannedAt} />,
              note: audit.plannedBy ?? undefined,
            },
          ]}
        />
        {mayPlan && <TermsForm audit={audit} failure={failureOf('terms')} />}
        {mayPlan && <CancelForm failure={failureOf('cancel')} />}
      </Section>
    </>
  );
}
