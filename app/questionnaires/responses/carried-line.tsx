import { m } from '~/paraglide/messages';
import { formatDate } from '~/ui/format';
import type { CarriedShown } from './read-carried-depths.server';

/** Where and when an answer was given that came from another depth; nothing for any other answer. */
export function CarriedLine({ carried }: { carried: CarriedShown | null | undefined }) {
  if (!carried) return null;
  return <p className="text-muted">{m.previous_answers_carried({ date: formatDate(carried.on), title: `“${carried.title}”` })}</p>;
}
