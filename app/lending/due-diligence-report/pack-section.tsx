import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { sharedAccessStateLabel } from '~/sharing/shared-access/labels';
import { m } from '~/paraglide/messages';
import { formatDate, formatList } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import { MomentText } from '~/ui/values';
import type { Pack, PackPart } from './read-pack.server';

const parts: Record<PackPart, () => string> = {
  category: m.pack_part_category,
  scope: m.pack_part_scope,
  plan: m.pack_part_plan,
  rights: m.pack_part_rights,
  engagement: m.pack_part_engagement,
  independence: m.pack_part_independence,
};

/** The documents before the committee, and what changed or ended since the report was frozen. `here`: the deal; `base`: the organization. */
export function PackSection({ pack, here, base }: { pack: SerializeFrom<Pack>; here: string; base: string }) {
  const { report, newer, version, grants } = pack;
  const ended = grants.filter(({ isEndedSince }) => isEndedSince);
  return (
    <Section title={m.pack_title()} lead={m.pack_lead()} id="pack">
      {newer.length > 0 && (
        <div className="mb-3">
          <Notice tone="warning">{m.pack_newer({ parts: formatList(newer.map((part) => parts[part]())) })}</Notice>
        </div>
      )}
      {ended.length > 0 && (
        <div className="mb-3">
          <Notice tone="warning" title={m.pack_ended_title()}>
            <ul className="list-disc ps-5">
              {ended.map(({ responseId, company, instrument, endsAt }) => (
                <li key={responseId}>{m.pack_ended({ company, instrument, date: formatDate(endsAt) })}</li>
              ))}
            </ul>
            <p className="mt-1">{m.pack_ended_note()}</p>
          </Notice>
        </div>
      )}
      <KeyValueList
        pairs={[
          {
            key: 'report',
            label: m.pack_report(),
            value: report ? (
              <a href={`${base}/lender-reports/${report.id}.pdf`} className="text-accent underline">
                <MomentText value={report.preparedAt} />
              </a>
            ) : (
              <Link to={`${here}/due-diligence-report`}>{m.pack_report_none()}</Link>
            ),
            ...(report ? { note: <code className="text-xs break-all">{report.hash}</code> } : {}),
          },
          {
            key: 'plan',
            label: m.esap_title(),
            value: version ? (
              <Link to={`${here}/esap/versions/${version.id}`}>{m.esap_version_named({ number: version.number })}</Link>
            ) : (
              m.esap_standing_none()
            ),
            note: version
              ? version.agreement
                ? m.esap_standing_agreed({
                    name: version.agreement.name,
                    function: version.agreement.function,
                    date: formatDate(version.agreement.agreedOn),
                  })
                : m.esap_not_agreed()
              : undefined,
          },
          {
            key: 'shared',
            label: m.project_grants_title(),
            value:
              grants.length === 0 ? (
                m.pack_shared_none()
              ) : (
                <ul className="grid gap-1">
                  {grants.map(({ responseId, sharedAccessId, company, instrument, state }) => (
                    <li key={responseId}>
                      <bdi>{company}</bdi> · {instrument} ·{' '}
                      <Link to={`${base}/shared-with-us/${sharedAccessId}`}>{sharedAccessStateLabel(state)}</Link>
                    </li>
                  ))}
                </ul>
              ),
          },
        ]}
      />
    </Section>
  );
}
