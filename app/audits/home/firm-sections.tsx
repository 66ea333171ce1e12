import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { credentialKindLabel } from '~/audits/auditors/labels';
import { daysText } from '~/audits/commissions/commission-table';
import { auditStatusLabel } from '~/audits/planning/labels';
import { gradeLabel } from '~/findings/findings/labels';
import { m } from '~/paraglide/messages';
import { formatCountry, formatDate, formatList, formatNumber } from '~/ui/format';
import { Section } from '~/ui/page-header';
import { FirmCommissions } from './firm-commissions';
import type { Firm } from './read-firm.server';
import { employedText, joined } from './texts';

type Shown = SerializeFrom<Firm>;

/** Of several findings, which may affect the same workers, the least number. */
const peopleText = (people: number, findings: number): string =>
  findings === 1 ? m.home_critical_people({ count: people }) : m.home_critical_people_least({ count: people });

/** What waits for the firm's answer, and its audits with their teams. */
export function FirmWork({ firm, base }: { firm: Pick<Shown, 'commissions' | 'audits' | 'byStatus' | 'findings'>; base: string }) {
  return (
    <>
      <FirmCommissions commissions={firm.commissions} base={base} />
      <Section
        title={m.auditor_home_audits()}
        lead={joined(
          ...firm.byStatus.map(({ status, count }) =>
            m.auditor_home_of_status({ status: auditStatusLabel(status), count: formatNumber(count) }),
          ),
        )}
        actions={<Link to={`${base}/audits`}>{m.home_audits_all()}</Link>}
      >
        {firm.audits.length === 0 ? (
          <p className="text-muted">{m.auditor_home_audits_none()}</p>
        ) : (
          <ul>
            {firm.audits.map((audit) => (
              <Row
                key={audit.id}
                to={`${base}/audits/${audit.id}`}
                name={audit.supplier}
                about={joined(audit.client, audit.number, audit.team.length > 0 ? formatList(audit.team) : m.auditor_home_team_none())}
                end={joined(auditStatusLabel(audit.status), daysText(audit.startsOn, audit.endsOn))}
              />
            ))}
          </ul>
        )}
      </Section>
      <ClientFindings firm={firm} base={base} />
    </>
  );
}

function ClientFindings({ firm, base }: { firm: Pick<Shown, 'findings'>; base: string }) {
  return (
    <Section title={m.auditor_home_client_findings()} actions={<Link to={`${base}/findings`}>{m.auditor_home_findings_all()}</Link>}>
      {firm.findings.length === 0 ? (
        <p className="text-muted">{m.auditor_home_client_findings_none()}</p>
      ) : (
        <ul>
          {firm.findings.map(({ publicId, supplier, country, client, grades, late, people, workers }) => (
            <Row
              key={`${publicId} ${client}`}
              to={`${base}/suppliers/${publicId}`}
              name={supplier}
              about={joined(
                country === null ? null : formatCountry(country),
                client === '' ? m.auditor_home_no_client() : client,
                grades.map(({ grade, count }) => `${formatNumber(count)} ${gradeLabel(grade)}`).join(', '),
              )}
              end={
                <>
                  <span className="block text-ink">{employedText(workers)}</span>
                  {people === null
                    ? m.home_critical_people_unknown()
                    : peopleText(
                        people,
                        grades.reduce((sum, { count }) => sum + count, 0),
                      )}
                  <span className={late > 0 ? 'block font-semibold text-warning' : 'block'}>
                    {late > 0 ? m.auditor_home_late({ count: late }) : m.auditor_home_late_none()}
                  </span>
                </>
              }
            />
          ))}
        </ul>
      )}
    </Section>
  );
}

/** Whose credentials expire, or have expired. */
export function FirmCredentials({ firm, base }: { firm: Pick<Shown, 'credentials'>; base: string }) {
  return (
    <Section title={m.auditor_home_credentials()} actions={<Link to={`${base}/auditors`}>{m.auditor_home_auditors_all()}</Link>}>
      {firm.credentials.length === 0 ? (
        <p className="text-muted">{m.auditor_home_credentials_none()}</p>
      ) : (
        <ul>
          {firm.credentials.map(({ id, userId, name, kind, validUntil, isExpired }) => (
            <Row
              key={id}
              to={`${base}/auditors/${userId}`}
              name={name ?? m.shell_unknown()}
              about={credentialKindLabel(kind)}
              end={
                <span className={isExpired ? 'font-semibold text-warning' : undefined}>
                  {isExpired
                    ? m.auditor_home_expired({ date: formatDate(validUntil) })
                    : m.auditor_home_expires({ date: formatDate(validUntil) })}
                </span>
              }
            />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Row({ to, name, about, end }: { to?: string; name: string; about: string; end: ReactNode }) {
  return (
    <li className="grid gap-x-6 border-b border-line py-1.5 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        {to === undefined ? (
          <bdi className="font-semibold">{name}</bdi>
        ) : (
          <Link to={to} className="font-semibold text-ink no-underline hover:underline">
            <bdi>{name}</bdi>
          </Link>
        )}
        <span className="block text-xs text-muted">{about}</span>
      </div>
      <span className="text-muted sm:text-end">{end}</span>
    </li>
  );
}
