import { evidenceGrades } from '#scoring';
import { evidenceGradeLabel } from '~/platform/terms/evidence-grade-label';
import { wordListName } from '~/suppliers/classification/term-words';
import { conclusionNames, methodNames, payerNames, reasonNames, sanctionNames, statusNames } from './recruiter-labels';
import { externalIdName, externalIdText } from '~/suppliers/parties/external-id-labels';
import { m } from '~/paraglide/messages';
import { formatCountry, formatDate, formatLanguage, formatNumber, formatPercent } from '~/ui/format';
import { definitionOf, keysOfType } from '~/suppliers/fields/definition/read-fields';
import { spendLabel } from '~/suppliers/fields/definition/spend-text';
import { textOf } from '~/suppliers/fields/definition/text';
import type { PartyKind } from '~/suppliers/fields/definition/define-field';
import { factSchemas, isFactField } from './fact-fields';

/** Names that are no facts: of an edge in the activity, and of a cleaned row of a file. */
const otherNames: Readonly<Record<string, () => string>> = {
  from: m.suppliers_chain_from,
  to: m.suppliers_chain_to,
  kind: m.suppliers_chain_kind,
  product: m.suppliers_chain_product,
  purchaseShare: m.supply_links_share,
  volume: m.supply_links_volume,
  volumeUnit: m.supply_links_unit,
  validFrom: m.supply_links_valid_from,
  validTo: m.supply_links_valid_to,
  basis: m.supply_links_basis,
  confidence: m.supply_links_confidence,
  otherEnds: m.supply_links_link_field,
  licenceNumber: m.supply_links_licence_number,
  issuer: m.supply_links_issuer,
  expiresOn: m.supply_links_expires,
  origin: m.supply_links_origin,
  destination: m.supply_links_destination,
  monthlyPay: m.supply_links_monthly_pay,
  placedPerYear: m.supply_links_placed,
  feeCode: m.supply_links_fee_code,
  payer: m.supply_links_payer,
  amount: m.supply_links_amount,
  allowedByLaw: m.supply_links_allowed,
  status: m.supply_links_status,
  reasonCode: m.supply_links_reason,
  reason: m.supply_links_reason_text,
  notifiedOn: m.supply_links_notified,
  replyDueOn: m.supply_links_field_reply_due,
  repliedOn: m.supply_links_replied,
  reply: m.supply_links_reply,
  decidedOn: m.supply_links_field_decided,
  scheme: m.labour_recruiters_scheme,
  certificateNumber: m.labour_recruiters_certificate_number,
  periodFrom: m.labour_recruiters_period_from,
  periodTo: m.labour_recruiters_period_to,
  received: m.labour_recruiters_received,
  upheld: m.labour_recruiters_upheld,
  remedied: m.labour_recruiters_remedied,
  assessedOn: m.recruiter_reviews_assessed_on,
  assessmentMethod: m.recruiter_reviews_method,
  assessor: m.recruiter_reviews_assessor,
  evidenceGrade: m.recruiter_reviews_evidence,
  conclusion: m.recruiter_reviews_conclusion,
  sanctionKind: m.recruiter_reviews_sanction,
  authority: m.recruiter_reviews_authority,
  subject: m.recruiter_reviews_subject,
  beganOn: m.recruiter_reviews_began,
  endedOn: m.recruiter_reviews_ended,
  site: m.suppliers_site,
  siteName: m.suppliers_site,
  supplierName: m.suppliers_column_name,
  subcontractors: m.suppliers_field_subcontractors,
  labourProviders: m.suppliers_providers_title,
  lat: () => factName('latitude'),
  lng: () => factName('longitude'),
  tier: () => factName('declaredTier'),
  asOf: m.suppliers_field_as_of,
  merged: m.match_field_merged,
  mergedInto: m.match_field_merged_into,
  keptApart: m.match_field_kept_apart,
  duplicateOf: m.match_field_duplicate_of,
  splitOff: m.match_field_split_off,
  splitFrom: m.match_field_split_from,
};

/** The name of a fact, or of a field of an edge or a row, in the reader's language; one that is not known here comes back as it was. */
export function factName(field: string): string {
  return isFactField(field) ? textOf(definitionOf(field).label) : (otherNames[field]?.() ?? field);
}

/** The same as forms and pages of such a party call it. */
export function labelIn(kind: PartyKind, field: string): string {
  const own = isFactField(field) ? definitionOf(field).form?.[kind]?.label : undefined;
  return own ? textOf(own) : factName(field);
}

const otherChoices: Readonly<Record<string, Readonly<Record<string, () => string>>>> = {
  payer: payerNames,
  allowedByLaw: { yes: m.supply_links_allowed_yes, no: m.supply_links_allowed_no, unknown: m.suppliers_unknown },
  status: statusNames,
  reasonCode: reasonNames,
  assessmentMethod: methodNames,
  conclusion: conclusionNames,
  sanctionKind: sanctionNames,
  evidenceGrade: Object.fromEntries(evidenceGrades.map((grade) => [grade, () => evidenceGradeLabel(grade)])),
  basis: { declared: m.supply_links_basis_declared, inferred: m.supply_links_basis_inferred },
};

/** The words of one choice of a field; a choice that is not known here comes back as it was. */
export function choiceName(field: string, choice: string): string {
  const text = isFactField(field) ? definitionOf(field).type.choices?.[choice] : undefined;
  return text ? textOf(text) : (otherChoices[field]?.[choice]?.() ?? choice);
}

const shares: ReadonlySet<string> = new Set([...keysOfType('share'), 'purchaseShare', 'confidence']);
const dayFields: ReadonlySet<string> = new Set([
  'validFrom',
  'validTo',
  'expiresOn',
  'notifiedOn',
  'replyDueOn',
  'repliedOn',
  'decidedOn',
  'periodFrom',
  'periodTo',
  'assessedOn',
  'beganOn',
  'endedOn',
]);
const languageFields: ReadonlySet<string> = new Set(keysOfType('languages'));
const countryFields: ReadonlySet<string> = new Set([...keysOfType('country'), ...keysOfType('countries'), 'origin', 'destination']);

/** A fact's value as text, or null when there is none. `sectors`: code -> title. */
export function factText(field: string, value: unknown, sectors: Readonly<Record<string, string>> = {}): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value))
    return value.length === 0 ? m.suppliers_none() : value.map((item) => factText(field, item, sectors) ?? '').join(', ');
  if (typeof value === 'number')
    return shares.has(field) ? formatPercent(value, { digits: value * 100 === Math.round(value * 100) ? 0 : 1 }) : numberText(field, value);
  if (typeof value === 'string') {
    if (value === 'under-5') return m.supply_links_under_5();
    if (value === 'withheld') return m.supply_links_withheld();
    if (countryFields.has(field)) return formatCountry(value);
    if (dayFields.has(field)) return formatDate(value);
    if (languageFields.has(field)) return formatLanguage(value);
    if (typeOf(field) === 'spend') return spendLabel(value);
    if (typeOf(field) === 'sector') return sectors[value] ? `${value} · ${sectors[value]}` : value;
    return choiceName(field, value);
  }
  if (typeOf(field) === 'groups-by-country' && typeof value === 'object')
    return Object.entries(value)
      .map(([origin, count]) => m.shell_named({ name: formatCountry(origin), text: factText('workers', count) ?? '' }))
      .join('; ');
  if (typeOf(field) === 'goods' && typeof value === 'object')
    return Object.entries(value)
      .map(([product, good]) => m.classification_product_is({ product, good: String(good) }))
      .join('; ');
  if (typeOf(field) === 'sector-guess') return sectorGuessText(value);
  if (typeof value === 'object') {
    const entries = Object.entries(value);
    return entries.length === 0
      ? null
      : entries.map(([key, item]) => m.shell_named({ name: externalIdName(key), text: externalIdText(key, String(item)) })).join(', ');
  }
  return String(value);
}

/** What a sector was recognised by, as a sentence; null for what does not say so. */
export function sectorGuessText(value: unknown): string | null {
  const guess = factSchemas.sectorGuess.safeParse(value).data;
  return guess ? m.classification_note({ words: guess.words, by: guess.by, list: wordListName(guess.list) }) : null;
}

const typeOf = (field: string) => (isFactField(field) ? definitionOf(field).type.name : null);
const numberText = (field: string, value: number) =>
  formatNumber(value, { digits: (isFactField(field) ? definitionOf(field).type.digits : null) ?? 0 });
