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
} from '~/suppliers/labour-recruiters/provider-words';
import { externalIdName, externalIdText } from '~/suppliers/parties/external-id-words';
import { m } from '~/paraglide/messages';
import { formatCountry, formatDate, formatLanguage, formatNumber, formatPercent } from '~/ui/format';
import { type FactField, factSchemas, isFactField } from './fact-fields';

const names = {
  name: m.supplier_fact_name,
  country: m.supplier_fact_country,
  sector: m.supplier_fact_sector,
  sectorGuess: m.supplier_fact_sector_guess,
  products: m.supplier_fact_products,
  listedGoods: m.supplier_fact_listed_goods,
  workers: m.supplier_fact_workers,
  migrantShare: m.supplier_fact_migrant_share,
  internalMigrantShare: m.supplier_fact_internal_migrant_share,
  agencyShare: m.supplier_fact_agency_share,
  femaleShare: m.supplier_fact_female_share,
  migrantOrigins: m.supplier_fact_migrant_origins,
  subcontracting: m.supplier_fact_subcontracting,
  housing: m.supplier_fact_housing,
  peakRatio: m.supplier_fact_peak_ratio,
  vulnerableGroups: m.supplier_fact_vulnerable_groups,
  workerVoice: m.supplier_fact_worker_voice,
  disclosure: m.chain_fact_disclosure,
  declaredTier: m.supplier_fact_declared_tier,
  parentCompany: m.supplier_fact_parent_company,
  supplierType: m.supplier_fact_supplier_type,
  externalIds: m.supplier_fact_external_ids,
  address: m.supplier_fact_address,
  city: m.supplier_fact_city,
  region: m.supplier_fact_region,
  postalCode: m.supplier_fact_postal_code,
  latitude: m.supplier_fact_latitude,
  longitude: m.supplier_fact_longitude,
  femaleWorkers: m.tiers_women,
  maleWorkers: m.tiers_men,
  agencyWorkers: m.tiers_agency_workers,
  seasonalWorkers: m.tiers_seasonal,
  youngWorkers: m.tiers_young,
  housedWorkers: m.tiers_housed,
  migrantsByOrigin: m.tiers_by_origin,
  licence: m.supplier_fact_licence,
  originCountries: m.supplier_fact_origin_countries,
  recruitmentServices: m.provider_services,
  contractLanguages: m.provider_contract_languages,
  feePolicy: m.recruiter_fee_policy,
  orientation: m.recruiter_orientation,
  orientationTopics: m.recruiter_orientation_topics,
  orientationLanguages: m.recruiter_orientation_languages,
} satisfies Record<FactField, () => string>;

/** Names that are no facts: of an edge in the activity, and of a cleaned row of a file. */
const otherNames: Readonly<Record<string, () => string>> = {
  from: m.supplier_chain_from,
  to: m.supplier_chain_to,
  kind: m.supplier_chain_kind,
  product: m.supplier_chain_product,
  purchaseShare: m.tiers_share,
  volume: m.tiers_volume,
  volumeUnit: m.tiers_unit,
  validFrom: m.tiers_valid_from,
  validTo: m.tiers_valid_to,
  basis: m.tiers_basis,
  confidence: m.tiers_confidence,
  otherEnds: m.tiers_link_field,
  licenceNumber: m.tiers_licence_number,
  issuer: m.tiers_issuer,
  expiresOn: m.tiers_expires,
  origin: m.tiers_origin,
  destination: m.tiers_destination,
  monthlyPay: m.tiers_monthly_pay,
  placedPerYear: m.tiers_placed,
  feeCode: m.tiers_fee_code,
  payer: m.tiers_payer,
  amount: m.tiers_amount,
  allowedByLaw: m.tiers_allowed,
  status: m.tiers_status,
  reasonCode: m.tiers_reason,
  reason: m.tiers_reason_text,
  notifiedOn: m.tiers_notified,
  replyDueOn: m.tiers_field_reply_due,
  repliedOn: m.tiers_replied,
  reply: m.tiers_reply,
  decidedOn: m.tiers_field_decided,
  scheme: m.provider_scheme,
  certificateNumber: m.provider_certificate_number,
  periodFrom: m.provider_period_from,
  periodTo: m.provider_period_to,
  received: m.provider_received,
  upheld: m.provider_upheld,
  remedied: m.provider_remedied,
  assessedOn: m.recruiter_assessed_on,
  assessmentMethod: m.recruiter_method,
  assessor: m.recruiter_assessor,
  evidenceGrade: m.recruiter_evidence,
  conclusion: m.recruiter_conclusion,
  sanctionKind: m.recruiter_sanction,
  authority: m.recruiter_authority,
  subject: m.recruiter_subject,
  beganOn: m.recruiter_began,
  endedOn: m.recruiter_ended,
  site: m.supplier_site,
  siteName: m.supplier_site,
  supplierName: m.supplier_column_name,
  subcontractors: m.supplier_field_subcontractors,
  labourProviders: m.supplier_providers_title,
  lat: m.supplier_fact_latitude,
  lng: m.supplier_fact_longitude,
  tier: m.supplier_fact_declared_tier,
  asOf: m.supplier_field_as_of,
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
    none: m.supplier_subcontracting_none,
    declared: m.supplier_subcontracting_declared,
    'multi-tier': m.supplier_subcontracting_multi_tier,
    'undeclared-found': m.supplier_subcontracting_undeclared_found,
  },
  housing: {
    none: m.supplier_housing_none,
    optional: m.supplier_housing_optional,
    tied: m.supplier_housing_tied,
    'tied-remote': m.supplier_housing_tied_remote,
  },
  workerVoice: {
    independent: m.supplier_voice_independent,
    restricted: m.supplier_voice_restricted,
    none: m.supplier_voice_none,
  },
  disclosure: {
    all: m.chain_disclosure_all,
    some: m.chain_disclosure_some,
    refused: m.chain_disclosure_refused,
  },
  payer: payerNames,
  allowedByLaw: { yes: m.tiers_allowed_yes, no: m.tiers_allowed_no, unknown: m.supplier_unknown },
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
  basis: { declared: m.tiers_basis_declared, inferred: m.tiers_basis_inferred },
  vulnerableGroups: {
    'under-18': m.supplier_vulnerable_under_18,
    'low-literacy': m.supplier_vulnerable_low_literacy,
    'language-gap': m.supplier_vulnerable_language_gap,
    'tied-visa': m.supplier_vulnerable_tied_visa,
    'gendered-isolated-work': m.supplier_vulnerable_gendered_isolated_work,
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
    return value.length === 0 ? m.supplier_none() : value.map((item) => factText(field, item, sectors) ?? '').join(', ');
  if (typeof value === 'number')
    return shares.has(field) ? formatPercent(value, { digits: value * 100 === Math.round(value * 100) ? 0 : 1 }) : numberText(field, value);
  if (typeof value === 'string') {
    if (value === 'under-5') return m.tiers_under_5();
    if (value === 'withheld') return m.tiers_withheld();
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
