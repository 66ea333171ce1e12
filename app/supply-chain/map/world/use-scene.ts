import { useMemo } from 'react';
import { type Band, bands } from '#scoring';
import { formatCountry, formatNumber } from '~/ui/format';
import type { WorldScene } from './draw-world-map';
import { shorten } from '../shorten';
import { type AreaCount, areaCounts, type Mark, markLevels } from './gather-marks';
import type { Outline } from './outlines';
import type { Places } from './pack-places';
import { toPlane, type WorldCamera } from './world-camera';

export type WorldFill = { country: string; fill: Band | null };
export type WorldCorridor = { origin: string; destination: string; suppliers: number };
export type WorldModel = { levels: (zoom: number) => readonly Mark[]; areas: readonly (AreaCount & { text: string })[] };

const longestName = 28;
const bandPlace = (band: Band | null) => (band === null ? -1 : bands.indexOf(band));

/** What is drawn of some places, without what changes with every frame. */
export function useScene({
  places,
  far,
  fills,
  corridors,
}: {
  places: Places;
  far: readonly Outline[];
  fills: readonly WorldFill[];
  corridors: readonly WorldCorridor[];
}): WorldModel & { sceneAt: (camera: WorldCamera, given: Pick<WorldScene, 'outlines' | 'focused'>) => WorldScene } {
  const model = useMemo(
    () => ({
      levels: markLevels(places),
      areas: areaCounts(places).map((area) => ({ ...area, text: formatNumber(area.suppliers.length) })),
    }),
    [places],
  );
  const fixed = useMemo(() => {
    const middles = new Map(places.codes.map((code, at) => [code, places.centres[at]]));
    const middleOf = (code: string) => {
      const middle = middles.get(code);
      return middle && toPlane(middle.longitude, middle.latitude);
    };
    return {
      fills: new Map(fills.map(({ country, fill }) => [country, bandPlace(fill)])),
      corridors: corridors.flatMap(({ origin, destination, suppliers }) => {
        const [from, to] = [middleOf(origin), middleOf(destination)];
        return from && to && origin !== destination ? [{ from, to, suppliers }] : [];
      }),
      labels: labelsOf(far, middleOf),
      writeCount: (count: number) => formatNumber(count),
      nameOf: ({ sites: [site = 0] }: Mark) => shorten(places.names[places.suppliers[site] ?? 0] ?? '', longestName),
    };
  }, [places, far, fills, corridors]);
  const sceneAt = (camera: WorldCamera, given: Pick<WorldScene, 'outlines' | 'focused'>): WorldScene => ({
    ...fixed,
    ...given,
    marks: model.levels(camera.zoom),
    areas: model.areas,
  });
  return { ...model, sceneAt };
}

function labelsOf(far: readonly Outline[], middleOf: (code: string) => { x: number; y: number } | undefined): WorldScene['labels'] {
  return far
    .flatMap(({ code, box }) => {
      const middle = code === '' ? undefined : middleOf(code);
      return middle ? [{ text: formatCountry(code), ...middle, room: Math.min(0.2, box.east - box.west) }] : [];
    })
    .sort((a, b) => b.room - a.room || a.text.localeCompare(b.text));
}
