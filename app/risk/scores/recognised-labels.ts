import type { RecognisedBy } from '#scoring';
import { m } from '~/paraglide/messages';

const words: Record<RecognisedBy['by'], (inputs: { matched: string }) => string> = {
  name: m.scores_recognised_name,
  code: m.scores_recognised_code,
  'postal-code': m.scores_recognised_postal_code,
  coordinates: m.scores_recognised_coordinates,
};

/** "Recognised by the postal code 830000". */
export const recognisedLabel = ({ by, matched }: Pick<RecognisedBy, 'by' | 'matched'>): string => words[by]({ matched });
