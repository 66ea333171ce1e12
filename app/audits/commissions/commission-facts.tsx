import { m } from '~/paraglide/messages';
import { formatCountry, formatLanguage, formatList, formatNumber } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { Section } from '~/ui/page-header';
import { credentialKindLabel } from '../auditors/labels';
import { announcementLabel, auditTypeLabel, partLabel } from '../planning/labels';
import { daysText } from './commission-table';
import type { CommissionRead } from './find-commission.server';
import { payerLabel } from './labels';
import type { Visitor } from './states';

/** Scope and terms of a commission, the same for both sides. */
export function CommissionFacts({
  commission,
  checklists,
}: {
  commission: Pick<
    CommissionRead,
    | 'place'
    | 'type'
    | 'announcement'
    | 'reason'
    | 'wantedFrom'
    | 'wantedTo'
    | 'payer'
    | 'payerNote'
    | 'startsOn'
    | 'endsOn'
    | 'buyerName'
    | 'firmName'
  >;
  checklists: readonly string[];
}) {
  const { place, payer, payerNote, startsOn, endsOn } = commission;
  return (
    <Section title={m.commissions_scope()}>
      <KeyValueList
        columns={2}
        pairs={[
          { key: 'buyer', label: m.commissions_buyer(), value: commission.buyerName },
          { key: 'firm', label: m.commissions_firm(), value: commission.firmName },
          { key: 'supplier', label: m.audits_supplier(), value: place.supplier },
          {
            key: 'site',
            label: m.audits_site(),
            value: place.site ?? m.audits_site_none(),
            note: [place.address || place.city, place.country && formatCountry(place.country)].filter(Boolean).join(', '),
          },
          { key: 'workers', label: m.audits_workers(), value: place.workers === null ? m.audits_unknown() : formatNumber(place.workers) },
          {
            key: 'type',
            label: m.audits_type(),
            value: `${auditTypeLabel(commission.type)} · ${announcementLabel(commission.announcement)}`,
          },
          { key: 'wanted', label: m.commissions_wanted(), value: daysText(commission.wantedFrom, commission.wantedTo) },
          { key: 'agreed', label: m.commissions_agreed(), value: startsOn && endsOn ? daysText(startsOn, endsOn) : '—' },
          { key: 'payer', label: m.audits_paid_by(), value: payerLabel(payer), note: payerNote || undefined },
          { key: 'checklists', label: m.audits_further(), value: formatList(checklists) || '—' },
          { key: 'reason', label: m.commissions_reason(), value: commission.reason },
        ]}
      />
    </Section>
  );
}

/** Who comes: names, parts, languages and kinds of credentials. */
export function VisitorList({ team }: { team: readonly Visitor[] }) {
  return (
    <ul className="grid max-w-prose">
      {team.map(({ name, part, languages, credentials }) => (
        <li key={name} className="grid gap-0.5 border-b border-line py-2">
          <span>
            <bdi className="font-semibold">{name}</bdi> · {partLabel(part)}
          </span>
          <span className="text-muted">
            {[credentials.map(credentialKindLabel).join(', '), formatList(languages.map((code) => formatLanguage(code)))]
              .filter(Boolean)
              .join(' · ') || m.commissions_visitor_nothing()}
          </span>
        </li>
      ))}
    </ul>
  );
}
