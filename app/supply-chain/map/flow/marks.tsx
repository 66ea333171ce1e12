import { type Band, bands } from '#scoring';
import { m } from '~/paraglide/messages';
import { bandName } from '~/ui/band-badge';
import { BandShape } from '~/ui/band-shapes';

const shown: (Band | null)[] = [...bands.toReversed(), null];

/** What the marks of the boxes mean. */
export function Marks() {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1" aria-label={m.map_flow_marks()}>
      {shown.map((band) => (
        <li key={band ?? 'none'} className="flex items-center gap-1.5">
          <BandShape band={band} className="size-3.5" /> {bandName(band)}
        </li>
      ))}
      <li className="flex items-center gap-1.5">
        <span className="hatched inline-block size-3 border border-edge" /> {m.map_not_known()}
      </li>
    </ul>
  );
}
