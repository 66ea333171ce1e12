import * as name from './name';
import * as country from './country';
import * as sector from './sector';
import * as sectorGuess from './sector-guess';
import * as products from './products';
import * as listedGoods from './listed-goods';
import * as deliveryCountries from './delivery-countries';
import * as annualSpend from './annual-spend';
import * as workers from './workers';
import * as migrantShare from './migrant-share';
import * as internalMigrantShare from './internal-migrant-share';
import * as agencyShare from './agency-share';
import * as femaleShare from './female-share';
import * as migrantOrigins from './migrant-origins';
import * as subcontracting from './subcontracting';
import * as housing from './housing';
import * as peakRatio from './peak-ratio';
import * as vulnerableGroups from './vulnerable-groups';
import * as workerVoice from './worker-voice';
import * as disclosure from './disclosure';
import * as declaredTier from './declared-tier';
import * as parentCompany from './parent-company';
import * as supplierType from './supplier-type';
import * as externalIds from './external-ids';
import * as address from './address';
import * as city from './city';
import * as region from './region';
import * as postalCode from './postal-code';
import * as latitude from './latitude';
import * as longitude from './longitude';
import * as femaleWorkers from './female-workers';
import * as maleWorkers from './male-workers';
import * as agencyWorkers from './agency-workers';
import * as seasonalWorkers from './seasonal-workers';
import * as youngWorkers from './young-workers';
import * as housedWorkers from './housed-workers';
import * as migrantsByOrigin from './migrants-by-origin';
import * as licence from './licence';
import * as originCountries from './origin-countries';
import * as recruitmentServices from './recruitment-services';
import * as contractLanguages from './contract-languages';
import * as feePolicy from './fee-policy';
import * as orientation from './orientation';
import * as orientationTopics from './orientation-topics';
import * as orientationLanguages from './orientation-languages';

/** Every field, in the order in which pages list facts. */
export const fields = {
  name: name.field,
  country: country.field,
  sector: sector.field,
  sectorGuess: sectorGuess.field,
  products: products.field,
  listedGoods: listedGoods.field,
  deliveryCountries: deliveryCountries.field,
  annualSpend: annualSpend.field,
  workers: workers.field,
  migrantShare: migrantShare.field,
  internalMigrantShare: internalMigrantShare.field,
  agencyShare: agencyShare.field,
  femaleShare: femaleShare.field,
  migrantOrigins: migrantOrigins.field,
  subcontracting: subcontracting.field,
  housing: housing.field,
  peakRatio: peakRatio.field,
  vulnerableGroups: vulnerableGroups.field,
  workerVoice: workerVoice.field,
  disclosure: disclosure.field,
  declaredTier: declaredTier.field,
  parentCompany: parentCompany.field,
  supplierType: supplierType.field,
  externalIds: externalIds.field,
  address: address.field,
  city: city.field,
  region: region.field,
  postalCode: postalCode.field,
  latitude: latitude.field,
  longitude: longitude.field,
  femaleWorkers: femaleWorkers.field,
  maleWorkers: maleWorkers.field,
  agencyWorkers: agencyWorkers.field,
  seasonalWorkers: seasonalWorkers.field,
  youngWorkers: youngWorkers.field,
  housedWorkers: housedWorkers.field,
  migrantsByOrigin: migrantsByOrigin.field,
  licence: licence.field,
  originCountries: originCountries.field,
  recruitmentServices: recruitmentServices.field,
  contractLanguages: contractLanguages.field,
  feePolicy: feePolicy.field,
  orientation: orientation.field,
  orientationTopics: orientationTopics.field,
  orientationLanguages: orientationLanguages.field,
};

/** What lists write above a column, of the fields that are read from lists. Only the server uses it: a browser's file has none of these words. */
export const headersOf = {
  country: country.headers,
  sector: sector.headers,
  products: products.headers,
  annualSpend: annualSpend.headers,
  deliveryCountries: deliveryCountries.headers,
  workers: workers.headers,
  migrantShare: migrantShare.headers,
  agencyShare: agencyShare.headers,
  femaleShare: femaleShare.headers,
  declaredTier: declaredTier.headers,
  parentCompany: parentCompany.headers,
  supplierType: supplierType.headers,
  address: address.headers,
  city: city.headers,
  region: region.headers,
  postalCode: postalCode.headers,
  latitude: latitude.headers,
  longitude: longitude.headers,
};
