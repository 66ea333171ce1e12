/** The files in which the map can be taken away, each with its ending and media type. */
export const mapFiles = {
  csv: { ending: 'csv', mediaType: 'text/csv; charset=utf-8' },
  relations: { ending: 'csv', mediaType: 'text/csv; charset=utf-8' },
  xlsx: { ending: 'xlsx', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  geojson: { ending: 'geojson', mediaType: 'application/geo+json' },
  graphml: { ending: 'graphml', mediaType: 'application/graphml+xml' },
  svg: { ending: 'svg', mediaType: 'image/svg+xml' },
  png: { ending: 'png', mediaType: 'image/png' },
  pdf: { ending: 'pdf', mediaType: 'application/pdf' },
} as const;
export type MapFile = keyof typeof mapFiles;

export function isMapFile(name: string | null): name is MapFile {
  return name !== null && Object.hasOwn(mapFiles, name);
}

/** "chain-map-2026-11-26.csv"; with the year of the relations, and the day whose knowledge it shows where that is another. */
export function fileNameOf(file: MapFile, { today, on, year }: { today: string; on: string | null; year: number | null }): string {
  const name = file === 'relations' ? 'chain-relations' : 'chain-map';
  return `${name}${year === null ? '' : `-of-${year}`}-${today}${on === null ? '' : `-as-known-on-${on}`}.${mapFiles[file].ending}`;
}
