import type { OwnTableKind } from '#scoring';
import type { Format } from './format';
import { governance } from './governance';
import { importOrders } from './import-orders';
import { informalEmployment } from './informal-employment';
import { listedEntities } from './listed-entities';
import { ratifications } from './ratifications';
import { slaveryIndex } from './slavery-index';
import { stateSponsored } from './state-sponsored';
import { traffickingTiers } from './trafficking-tiers';

export { type EditionTable, type Format, hasRows } from './format';
export { isRefusal, type Remark, type RemarkCode, remarkCodes, remarkSchema } from './remark';

/** What a file of each kind of table looks like, in the order in which kinds are offered. */
export const formats: Record<OwnTableKind, Format> = {
  'trafficking-tiers': traffickingTiers,
  'state-sponsored': stateSponsored,
  governance,
  'informal-employment': informalEmployment,
  'slavery-index': slaveryIndex,
  'listed-entities': listedEntities,
  'import-orders': importOrders,
  ratifications,
};
