import type { RecognisedBy } from '#scoring';
import { m } from '~/paraglide/messages';

const words: Record<RecognisedBy['by'], (inputs: { matched: string }) => string> = {
  name: m.score_recognised_name,
  code: m.score_recognised_code,
  'postal-code': m.score_recognised_postal_code,
  coordinates: m.score_recognised_coordinates,
};

/** "Recognised by the postal code 830000". */
export const recognisedWord = ({ by, matched }: Pick<RecognisedBy, 'by' | 'matched'>): string => words[by]({ matched });
