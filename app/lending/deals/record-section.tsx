import type { SerializeFrom } from '@remix-run/node';
import { CountryLinks } from '~/platform/navigation/country-link';
import { SectorLink } from '~/risk/sectors/sector-link';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { formatNumber } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { Section } from '~/ui/page-header';
import { DateText, MoneyText, NumberText, Unknown } from '~/ui/values';
import type { TransactionRead } from './read-transaction.server';
import { productWord, projectSectorWord, regionWord, roleWord, stageWord } from './words';

/** The record of a transaction as facts. */
export function RecordSection({ record, editPath }: { record: SerializeFrom<TransactionRead>['record']; editPath: string | null }) {
  const { currency } = record;
  const money = (value: number | null) => <MoneyText value={value} currency={currency} />;
  const yesNo = (answer: boolean | null) => (answer === null ? <Unknown /> : answer ? m.lender_yes() : m.lender_no());
  return (
    <Section title={m.lender_record_title()} id="record" actions={editPath && <LinkButton to={editPath}>{m.lender_edit()}</LinkButton>}>
      <KeyValueList
        columns={2}
        pairs={[
          { key: 'product', label: m.lender_product(), value: productWord(record.product) },
          { key: 'role', label: m.lender_role(), value: roleWord(record.lenderRole) },
          { key: 'sponsor', label: m.lender_sponsor(), value: record.sponsor || <Unknown /> },
          { key: 'countries', label: m.lender_countries(), value: <CountryLinks codes={record.hostCountries} /> },
          {
            key: 'sector',
            label: m.lender_sector(),
            value: projectSectorWord(record.sector),
            note: /^\d{2,4}$/.test(record.sectorCode) ? (
              <SectorLink code={record.sectorCode}>{record.sectorCode}</SectorLink>
            ) : (
              record.sectorCode
            ),
          },
          { key: 'stage', label: m.lender_stage(), value: stageWord(record.stage) },
          { key: 'capital', label: m.lender_capital_cost(), value: money(record.capitalCostMinor) },
          { key: 'loan', label: m.lender_loan_total(), value: money(record.loanTotalMinor) },
          {
            key: 'commitment',
            label: m.lender_commitment(),
            value: money(record.commitmentMinor),
            note:
              record.usdRate && record.usdRateOn ? (
                <>
                  {m.lender_rate_told({ currency, rate: record.usdRate })} · <DateText value={record.usdRateOn} />
                </>
              ) : currency !== 'USD' ? (
                m.lender_outcome_rate()
              ) : null,
          },
          { key: 'tenor', label: m.lender_tenor(), value: <NumberText value={record.tenorMonths} /> },
          ...(record.product === 'corporate-loan'
            ? [
                { key: 'mostly', label: m.lender_mostly(), value: yesNo(record.isMostlyForProject) },
                { key: 'control', label: m.lender_control(), value: yesNo(record.isControlled) },
              ]
            : []),
          ...(record.product === 'bridge-loan'
            ? [
                {
                  key: 'refinanced',
                  label: m.lender_refinanced_by(),
                  value: record.refinancedBy ? productWord(record.refinancedBy) : <Unknown />,
                },
              ]
            : []),
          ...(record.product === 'refinance'
            ? [
                { key: 'under', label: m.lender_financed_under(), value: yesNo(record.wasFinancedUnderPrinciples) },
                { key: 'change', label: m.lender_material_change(), value: yesNo(record.hasMaterialChange) },
                { key: 'complete', label: m.lender_complete(), value: yesNo(record.isCompleteAtSigning) },
              ]
            : []),
          { key: 'signed', label: m.lender_signed_on(), value: <DateText value={record.signedOn} /> },
          { key: 'closed', label: m.lender_closed_on(), value: <DateText value={record.closedOn} /> },
          ...(record.region === null ? [] : [{ key: 'region', label: m.yearly_region(), value: regionWord(record.region) }]),
          { key: 'consent', label: m.lender_consent(), value: record.hasNameConsent ? m.lender_yes() : m.lender_consent_no() },
          ...(record.latitude !== null && record.longitude !== null
            ? [
                {
                  key: 'place',
                  label: m.lender_coordinates(),
                  value: `${formatNumber(record.latitude, { digits: 4 })} · ${formatNumber(record.longitude, { digits: 4 })}`,
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}
