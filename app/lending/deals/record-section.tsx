import type { SerializeFrom } from '@remix-run/node';
import { CountryLinks } from '~/platform/navigation/country-link';
import { SectorLink } from '~/risk/sectors/sector-link';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { formatNumber } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { Section } from '~/ui/page-header';
import { DateText, MoneyText, NumberText, Unknown } from '~/ui/values';
import type { DealRead } from './read-deal.server';
import { productLabel, projectSectorLabel, regionLabel, roleLabel, stageLabel } from '~/lending/deal-record/labels';

/** The record of a deal as facts. */
export function RecordSection({ record, editPath }: { record: SerializeFrom<DealRead>['record']; editPath: string | null }) {
  const { currency } = record;
  const money = (value: number | null) => <MoneyText value={value} currency={currency} />;
  const yesNo = (answer: boolean | null) => (answer === null ? <Unknown /> : answer ? m.deals_yes() : m.deals_no());
  return (
    <Section title={m.deals_record_title()} id="record" actions={editPath && <LinkButton to={editPath}>{m.deals_edit()}</LinkButton>}>
      <KeyValueList
        columns={2}
        pairs={[
          { key: 'product', label: m.deals_product(), value: productLabel(record.product) },
          { key: 'role', label: m.deals_role(), value: roleLabel(record.lenderRole) },
          { key: 'sponsor', label: m.deals_sponsor(), value: record.sponsor || <Unknown /> },
          { key: 'countries', label: m.deals_countries(), value: <CountryLinks codes={record.hostCountries} /> },
          {
            key: 'sector',
            label: m.deals_sector(),
            value: projectSectorLabel(record.sector),
            note: /^\d{2,4}$/.test(record.sectorCode) ? (
              <SectorLink code={record.sectorCode}>{record.sectorCode}</SectorLink>
            ) : (
              record.sectorCode
            ),
          },
          { key: 'stage', label: m.deals_stage(), value: stageLabel(record.stage) },
          { key: 'capital', label: m.deals_capital_cost(), value: money(record.capitalCostMinor) },
          { key: 'loan', label: m.deals_loan_total(), value: money(record.loanTotalMinor) },
          {
            key: 'commitment',
            label: m.deals_commitment(),
            value: money(record.commitmentMinor),
            note:
              record.usdRate && record.usdRateOn ? (
                <>
                  {m.deals_rate_told({ currency, rate: record.usdRate })} · <DateText value={record.usdRateOn} />
                </>
              ) : currency !== 'USD' ? (
                m.deals_outcome_rate()
              ) : null,
          },
          { key: 'tenor', label: m.deals_tenor(), value: <NumberText value={record.tenorMonths} /> },
          ...(record.product === 'corporate-loan'
            ? [
                { key: 'mostly', label: m.deals_mostly(), value: yesNo(record.isMostlyForProject) },
                { key: 'control', label: m.deals_control(), value: yesNo(record.isControlled) },
              ]
            : []),
          ...(record.product === 'bridge-loan'
            ? [
                {
                  key: 'refinanced',
                  label: m.deals_refinanced_by(),
                  value: record.refinancedBy ? productLabel(record.refinancedBy) : <Unknown />,
                },
              ]
            : []),
          ...(record.product === 'refinance'
            ? [
                { key: 'under', label: m.deals_financed_under(), value: yesNo(record.wasFinancedUnderPrinciples) },
                { key: 'change', label: m.deals_material_change(), value: yesNo(record.hasMaterialChange) },
                { key: 'complete', label: m.deals_complete(), value: yesNo(record.isCompleteAtSigning) },
              ]
            : []),
          { key: 'signed', label: m.deals_signed_on(), value: <DateText value={record.signedOn} /> },
          { key: 'closed', label: m.deals_closed_on(), value: <DateText value={record.closedOn} /> },
          ...(record.region === null ? [] : [{ key: 'region', label: m.annual_report_region(), value: regionLabel(record.region) }]),
          { key: 'consent', label: m.deals_consent(), value: record.hasNameConsent ? m.deals_yes() : m.deals_consent_no() },
          ...(record.latitude !== null && record.longitude !== null
            ? [
                {
                  key: 'place',
                  label: m.deals_coordinates(),
                  value: `${formatNumber(record.latitude, { digits: 4 })} · ${formatNumber(record.longitude, { digits: 4 })}`,
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}
