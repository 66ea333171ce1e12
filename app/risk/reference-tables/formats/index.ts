import { isWrittenKind, type OwnTableKind, type WrittenKind } from '#scoring';
import { declaredFormat } from './declared-format';
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

const written: Record<WrittenKind, Format> = {
  'trafficking-tiers': traffickingTiers,
  'state-sponsored': stateSponsored,
  governance,
  'informal-employment': informalEmployment,
  'slavery-index': slaveryIndex,
  'listed-entities': listedEntities,
  'import-orders': importOrders,
  ratifications,
};

/** What a file of a kind of table looks like. */
export const formatOf = (kind: OwnTableKind): Format => (isWrittenKind(kind) ? written[kind] : declaredFormat(kind));
