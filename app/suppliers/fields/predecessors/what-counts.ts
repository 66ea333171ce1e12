import type { RecordKind } from '~/suppliers/labour-recruiters/provider-record';
import type { FactField } from './fact-fields';

/** Why a recorded fact moves neither a score nor an alert. */
export const noCountReasons = ['identity', 'explains', 'position', 'sex', 'other-fact', 'recruiter-review'] as const;
export type NoCountReason = (typeof noCountReasons)[number];
/** `score`: an input of the score. `alert`: compared with lists, or an alert by itself. */
export type Counting = 'score' | 'alert' | NoCountReason;

/** What becomes of every fact that can be recorded of a supplier, a site or a recruiter: none is left out in silence. */
export const factCounting: Record<FactField, Counting> = {
  name: 'alert',
  country: 'score',
  sector: 'score',
  sectorGuess: 'explains',
  products: 'score',
  listedGoods: 'score',
  workers: 'score',
  migrantShare: 'score',
  internalMigrantShare: 'score',
  agencyShare: 'score',
  femaleShare: 'sex',
  migrantOrigins: 'score',
  subcontracting: 'score',
  housing: 'score',
  peakRatio: 'score',
  vulnerableGroups: 'score',
  workerVoice: 'score',
  disclosure: 'position',
  declaredTier: 'position',
  parentCompany: 'alert',
  supplierType: 'explains',
  externalIds: 'identity',
  address: 'score',
  city: 'score',
  region: 'score',
  postalCode: 'score',
  latitude: 'score',
  longitude: 'score',
  femaleWorkers: 'sex',
  maleWorkers: 'sex',
  agencyWorkers: 'score',
  seasonalWorkers: 'other-fact',
  youngWorkers: 'score',
  housedWorkers: 'other-fact',
  migrantsByOrigin: 'score',
  licence: 'recruiter-review',
  originCountries: 'recruiter-review',
  recruitmentServices: 'recruiter-review',
  contractLanguages: 'recruiter-review',
  feePolicy: 'recruiter-review',
  orientation: 'recruiter-review',
  orientationTopics: 'recruiter-review',
  orientationLanguages: 'recruiter-review',
};

/** The same of the lines that are recorded of a recruiter. */
export const recordCounting: Record<RecordKind, Counting> = {
  licence: 'alert',
  sanction: 'alert',
  status: 'alert',
  corridor: 'score',
  fee: 'score',
  certification: 'recruiter-review',
  assessment: 'recruiter-review',
  complaints: 'recruiter-review',
};
