import { m } from '~/paraglide/messages';
import { formatCountry, formatDate, formatList, formatNumber } from '~/ui/format';
import { scopeLabel } from '~/lending/applicability/labels';
import {
  decisionLabel,
  partLabel,
  productLabel,
  projectSectorLabel,
  regionLabel,
  roleLabel,
  stageLabel,
  stateLabel,
} from '~/lending/deal-record/labels';

const fields: Readonly<Record<string, () => string>> = {
  number: m.deals_number,
  client: m.deals_client,
  projectName: m.deals_project,
  sponsor: m.deals_sponsor,
  hostCountries: m.deals_countries,
  latitude: m.deals_latitude,
  longitude: m.deals_longitude,
  sector: m.deals_sector,
  sectorCode: m.deals_sector_code,
  product: m.deals_product,
  stage: m.deals_stage,
  lenderRole: m.deals_role,
  currency: m.deals_currency,
  capitalCostMinor: m.annual_report_field_capital_cost,
  loanTotalMinor: m.annual_report_field_loan_total,
  commitmentMinor: m.annual_report_field_commitment,
  usdRate: m.deals_usd_rate,
  usdRateOn: m.deals_usd_rate_on,
  tenorMonths: m.deals_tenor,
  isMostlyForProject: m.deals_mostly,
  isControlled: m.deals_control,
  refinancedBy: m.deals_refinanced_by,
  wasFinancedUnderPrinciples: m.deals_financed_under,
  hasMaterialChange: m.deals_material_change,
  isCompleteAtSigning: m.deals_complete,
  signedOn: m.deals_signed_on,
  closedOn: m.deals_closed_on,
  region: m.annual_report_region,
  hasNameConsent: m.deals_consent,
  category: m.deals_category,
  status: m.deals_status,
};

/** The label of a field in a deal's history, as in its form; null for another module's field. */
export const dealField = (field: string): string | null => fields[field]?.() ?? null;

const lists: Readonly<Record<string, (word: string) => string>> = {
  sector: projectSectorLabel,
  product: productLabel,
  refinancedBy: productLabel,
  stage: stageLabel,
  lenderRole: roleLabel,
  region: regionLabel,
  status: stateLabel,
  scope: scopeLabel,
  decision: decisionLabel,
  part: partLabel,
};
const days: ReadonlySet<string> = new Set(['signedOn', 'closedOn', 'usdRateOn']);

/** The label of a value in a deal's history; null where the value is shown unchanged. */
export function dealValue(field: string, value: unknown): string | null {
  if (typeof value === 'boolean') return value ? m.deals_yes() : m.deals_no();
  if (typeof value !== 'string' || value === '') return null;
  if (field === 'hostCountries') return formatList(value.split(', ').map((code) => formatCountry(code)));
  if (days.has(field)) return formatDate(value);
  // Minor units are whole numbers, kept as text.
  if (field.endsWith('Minor') && /^\d{1,15}$/.test(value)) return formatNumber(Number(value));
  return lists[field]?.(value) ?? null;
}
