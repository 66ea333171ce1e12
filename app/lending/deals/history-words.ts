import { m } from '~/paraglide/messages';
import { formatCountry, formatDate, formatList, formatNumber } from '~/ui/format';
import { decisionWord, partWord, productWord, projectSectorWord, regionWord, roleWord, scopeWord, stageWord, stateWord } from './words';

const fields: Readonly<Record<string, () => string>> = {
  number: m.lender_number,
  client: m.lender_client,
  projectName: m.lender_project,
  sponsor: m.lender_sponsor,
  hostCountries: m.lender_countries,
  latitude: m.lender_latitude,
  longitude: m.lender_longitude,
  sector: m.lender_sector,
  sectorCode: m.lender_sector_code,
  product: m.lender_product,
  stage: m.lender_stage,
  lenderRole: m.lender_role,
  currency: m.lender_currency,
  capitalCostMinor: m.yearly_field_capital_cost,
  loanTotalMinor: m.yearly_field_loan_total,
  commitmentMinor: m.yearly_field_commitment,
  usdRate: m.lender_usd_rate,
  usdRateOn: m.lender_usd_rate_on,
  tenorMonths: m.lender_tenor,
  isMostlyForProject: m.lender_mostly,
  isControlled: m.lender_control,
  refinancedBy: m.lender_refinanced_by,
  wasFinancedUnderPrinciples: m.lender_financed_under,
  hasMaterialChange: m.lender_material_change,
  isCompleteAtSigning: m.lender_complete,
  signedOn: m.lender_signed_on,
  closedOn: m.lender_closed_on,
  region: m.yearly_region,
  hasNameConsent: m.lender_consent,
  category: m.lender_category,
  status: m.lender_status,
};

/** The name of a field of a transaction's history, as its form has it; null for one that is not its own. */
export const transactionField = (field: string): string | null => fields[field]?.() ?? null;

const lists: Readonly<Record<string, (word: string) => string>> = {
  sector: projectSectorWord,
  product: productWord,
  refinancedBy: productWord,
  stage: stageWord,
  lenderRole: roleWord,
  region: regionWord,
  status: stateWord,
  scope: scopeWord,
  decision: decisionWord,
  part: partWord,
};
const days: ReadonlySet<string> = new Set(['signedOn', 'closedOn', 'usdRateOn']);

/** A value of a transaction's history in the reader's words; null where it is written as others are. */
export function transactionValue(field: string, value: unknown): string | null {
  if (typeof value === 'boolean') return value ? m.lender_yes() : m.lender_no();
  if (typeof value !== 'string' || value === '') return null;
  if (field === 'hostCountries') return formatList(value.split(', ').map((code) => formatCountry(code)));
  if (days.has(field)) return formatDate(value);
  // Minor units are whole numbers, kept as text.
  if (field.endsWith('Minor') && /^\d{1,15}$/.test(value)) return formatNumber(Number(value));
  return lists[field]?.(value) ?? null;
}
