import { evidenceGrades } from '#scoring';
import { evidenceGradeWord } from '~/platform/terms/evidence-grade-word';
import { wordListName } from '~/suppliers/classification/term-words';
import {
  conclusionNames,
  feePolicyNames,
  methodNames,
  orientationNames,
  payerNames,
  reasonNames,
  sanctionNames,
  serviceNames,
  statusNames,
  topicNames,
} from './provider-words';
import { externalIdName, externalIdText } from '~/suppliers/parties/external-id-words';
import { m } from '~/paraglide/messages';
import { formatCountry, formatDate, formatLanguage, formatNumber, formatPercent } from '~/ui/format';
import { type FactField, factSchemas, isFactField } from './fact-fields';

const names = {
  name: m.suppliers_fact_name,
  country: m.suppliers_fact_country,
  sector: m.suppliers_fact_sector,
  sectorGuess: m.suppliers_fact_sector_guess,
  products: m.suppliers_fact_products,
  listedGoods: m.suppliers_fact_listed_goods,
  workers: m.suppliers_fact_workers,
  migrantShare: m.suppliers_fact_migrant_share,
  internalMigrantShare: m.suppliers_fact_internal_migrant_share,
  agencyShare: m.suppliers_fact_agency_share,
  femaleShare: m.suppliers_fact_female_share,
  migrantOrigins: m.suppliers_fact_migrant_origins,
  subcontracting: m.suppliers_fact_subcontracting,
  housing: m.suppliers_fact_housing,
  peakRatio: m.suppliers_fact_peak_ratio,
  vulnerableGroups: m.suppliers_fact_vulnerable_groups,
  workerVoice: m.suppliers_fact_worker_voice,
  disclosure: m.supply_chain_fact_disclosure,
  declaredTier: m.suppliers_fact_declared_tier,
  parentCompany: m.suppliers_fact_parent_company,
  supplierType: m.suppliers_fact_supplier_type,
  externalIds: m.suppliers_fact_external_ids,
  address: m.suppliers_fact_address,
  city: m.suppliers_fact_city,
  region: m.suppliers_fact_region,
  postalCode: m.suppliers_fact_postal_code,
  latitude: m.suppliers_fact_latitude,
  longitude: m.suppliers_fact_longitude,
  femaleWorkers: m.supply_links_women,
  maleWorkers: m.supply_links_men,
  agencyWorkers: m.supply_links_agency_workers,
  seasonalWorkers: m.supply_links_seasonal,
  youngWorkers: m.supply_links_young,
  housedWorkers: m.supply_links_housed,
  migrantsByOrigin: m.supply_links_by_origin,
  licence: m.suppliers_fact_licence,
  originCountries: m.suppliers_fact_origin_countries,
  recruitmentServices: m.labour_recruiters_services,
  contractLanguages: m.labour_recruiters_contract_languages,
  feePolicy: m.recruiter_reviews_fee_policy,
  orientation: m.recruiter_reviews_orientation,
  orientationTopics: m.recruiter_reviews_orientation_topics,
  orientationLanguages: m.recruiter_reviews_orientation_languages,
} satisfies Record<FactField, () => string>;

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
  lat: m.suppliers_fact_latitude,
  lng: m.suppliers_fact_longitude,
  tier: m.suppliers_fact_declared_tier,
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
  return isFactField(field) ? names[field]() : (otherNames[field]?.() ?? field);
}

const choices: Readonly<Record<string, Readonly<Record<string, () => string>>>> = {
  subcontracting: {
    none: m.suppliers_subcontracting_none,
    declared: m.suppliers_subcontracting_declared,
    'multi-tier': m.suppliers_subcontracting_multi_tier,
    'undeclared-found': m.suppliers_subcontracting_undeclared_found,
  },
  housing: {
    none: m.suppliers_housing_none,
    optional: m.suppliers_housing_optional,
    tied: m.suppliers_housing_tied,
    'tied-remote': m.suppliers_housing_tied_remote,
  },
  workerVoice: {
    independent: m.suppliers_voice_independent,
    restricted: m.suppliers_voice_restricted,
    none: m.suppliers_voice_none,
  },
  disclosure: {
    all: m.supply_chain_disclosure_all,
    some: m.supply_chain_disclosure_some,
    refused: m.supply_chain_disclosure_refused,
  },
  payer: payerNames,
  allowedByLaw: { yes: m.supply_links_allowed_yes, no: m.supply_links_allowed_no, unknown: m.suppliers_unknown },
  status: statusNames,
  reasonCode: reasonNames,
  recruitmentServices: serviceNames,
  feePolicy: feePolicyNames,
  orientation: orientationNames,
  orientationTopics: topicNames,
  assessmentMethod: methodNames,
  conclusion: conclusionNames,
  sanctionKind: sanctionNames,
  evidenceGrade: Object.fromEntries(evidenceGrades.map((grade) => [grade, () => evidenceGradeWord(grade)])),
  basis: { declared: m.supply_links_basis_declared, inferred: m.supply_links_basis_inferred },
  vulnerableGroups: {
    'under-18': m.suppliers_vulnerable_under_18,
    'low-literacy': m.suppliers_vulnerable_low_literacy,
    'language-gap': m.suppliers_vulnerable_language_gap,
    'tied-visa': m.suppliers_vulnerable_tied_visa,
    'gendered-isolated-work': m.suppliers_vulnerable_gendered_isolated_work,
  },
};

/** The words of one choice of a field; a choice that is not known here comes back as it was. */
export function choiceName(field: string, choice: string): string {
  return choices[field]?.[choice]?.() ?? choice;
}

const shares: ReadonlySet<string> = new Set([
  'migrantShare',
  'internalMigrantShare',
  'agencyShare',
  'femaleShare',
  'purchaseShare',
  'confidence',
]);
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
const countryFields: ReadonlySet<string> = new Set(['country', 'migrantOrigins', 'originCountries', 'origin', 'destination']);

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
    if (field === 'contractLanguages' || field === 'orientationLanguages') return formatLanguage(value);
    if (field === 'sector') return sectors[value] ? `${value} · ${sectors[value]}` : value;
    return choiceName(field, value);
  }
  if (field === 'migrantsByOrigin' && typeof value === 'object')
    return Object.entries(value)
      .map(([origin, count]) => m.shell_named({ name: formatCountry(origin), text: factText('workers', count) ?? '' }))
      .join('; ');
  if (field === 'listedGoods' && typeof value === 'object')
    return Object.entries(value)
      .map(([product, good]) => m.classification_product_is({ product, good: String(good) }))
      .join('; ');
  if (field === 'sectorGuess') return sectorGuessText(value);
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

function numberText(field: string, value: number): string {
  if (field === 'latitude' || field === 'longitude') return formatNumber(value, { digits: 4 });
  return formatNumber(value, { digits: field === 'peakRatio' ? 1 : 0 });
}
