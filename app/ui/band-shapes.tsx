import { type Band, bands } from '#scoring';
import { bandMark } from '~/ui/drawing/band-mark';
import { drawShape } from '~/ui/drawing/drawing';
import { classNames } from './class-names';

/** The silhouettes of all bands, once a page; `BandShape` points to them. */
export function BandShapes() {
  return (
    <svg className="hidden" aria-hidden="true">
      {[...bands, null].map((band) => (
        <symbol key={band} id={`band-${band ?? 'none'}`} viewBox="0 0 16 16">
          {bandMark(band, { cx: 8, cy: 8, size: 16 }).map((shape, key) => drawShape(shape, { key, hatching: '' }))}
        </symbol>
      ))}
    </svg>
  );
}

/** The silhouette of a band in its colour; a dashed ring when not scored. */
export function BandShape({ band, className }: { band: Band | null; className?: string }) {
  return (
    <svg aria-hidden="true" className={classNames('band-shape', className)}>
      <use href={`#band-${band ?? 'none'}`} />
    </svg>
  );
}

/** The silhouette of a band within a drawing, 16 by 16 in its units: style sheets give no size to an svg in an svg. */
export function DrawnBandShape({ band }: { band: Band | null }) {
  return <use href={`#band-${band ?? 'none'}`} width="16" height="16" />;
}
