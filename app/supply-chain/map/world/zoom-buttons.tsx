import { m } from '~/paraglide/messages';
import { classNames } from '~/ui/class-names';
import { Icon, type IconName } from '~/ui/icon';

/** Zooming and showing everything, in the corner of the map; large enough for a thumb. */
export function ZoomButtons({ onZoom, onFit }: { onZoom: (levels: number) => void; onFit: () => void }) {
  const acts: { name: string; icon: IconName; act: () => void }[] = [
    { name: m.map_zoom_in(), icon: 'add', act: () => onZoom(1) },
    { name: m.map_zoom_out(), icon: 'minus', act: () => onZoom(-1) },
    { name: m.map_zoom_fit(), icon: 'whole', act: onFit },
  ];
  return (
    <div className="absolute end-3 top-3 grid overflow-hidden rounded border border-edge bg-surface" data-print="none">
      {acts.map(({ name, icon, act }, at) => (
        <button
          key={icon}
          type="button"
          title={name}
          aria-label={name}
          onClick={act}
          className={classNames(
            'flex size-9 items-center justify-center text-ink -outline-offset-2 hover:bg-sunken pointer-coarse:size-11',
            at > 0 && 'border-t border-line',
          )}
        >
          <Icon name={icon} />
        </button>
      ))}
    </div>
  );
}
