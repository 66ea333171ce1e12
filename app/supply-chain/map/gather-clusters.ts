import { type Band, bands } from '#scoring';
import type { Area } from './map-state';

/** Suppliers near a point of the drawing; `country` where the country's centre replaces an unknown place. */
export type PlacedDot = {
  x: number;
  y: number;
  longitude: number;
  latitude: number;
  country: string | null;
  suppliers: number;
  worst: Band | null;
  /** Coordinates of a site here are doubtful. */
  isDoubtful?: boolean;
};
/** Overlapping dots, as one mark. `area` covers them all; null where only the country is known. */
export type Cluster = {
  x: number;
  y: number;
  r: number;
  suppliers: number;
  worst: Band | null;
  isDoubtful: boolean;
  country: string | null;
  area: Area | null;
};

const apart = 34;

/**
 * Gathers dots that lie closer than their marks, largest first; what has coordinates and what only has a country stay apart.
 * The same for the same dots. Time grows with dots x marks nearby.
 */
export function gatherClusters(dots: readonly PlacedDot[]): Cluster[] {
  const sorted = [...dots].sort((a, b) => b.suppliers - a.suppliers || a.x - b.x || a.y - b.y);
  const gathered: { x: number; y: number; held: PlacedDot[] }[] = [];
  const cells = new Map<string, typeof gathered>();
  const cellOf = (x: number, y: number) => [Math.floor(x / apart), Math.floor(y / apart)] as const;
  for (const dot of sorted) {
    const [column, row] = cellOf(dot.x, dot.y);
    const near =
      dot.country === null ? [-1, 0, 1].flatMap((dx) => [-1, 0, 1].flatMap((dy) => cells.get(`${column + dx} ${row + dy}`) ?? [])) : [];
    const home = near.find(({ x, y }) => Math.hypot(x - dot.x, y - dot.y) < apart);
    if (home) {
      home.held.push(dot);
      continue;
    }
    const made = { x: dot.x, y: dot.y, held: [dot] };
    gathered.push(made);
    if (dot.country !== null) continue;
    const key = `${column} ${row}`;
    cells.set(key, [...(cells.get(key) ?? []), made]);
  }
  return gathered.map(({ x, y, held }) => {
    const suppliers = held.reduce((sum, dot) => sum + dot.suppliers, 0);
    const worst = [...bands].reverse().find((band) => held.some((dot) => dot.worst === band)) ?? null;
    const country = held[0]?.country ?? null;
    const r = Math.round((9 + 2.2 * Math.log10(Math.max(1, suppliers))) * 10) / 10;
    const isDoubtful = held.some((dot) => dot.isDoubtful);
    return { x, y, r, suppliers, worst, isDoubtful, country, area: country === null ? areaOf(held) : null };
  });
}

/** The area of some dots with a margin, so that what lies at its edge is within. */
function areaOf(dots: readonly PlacedDot[]): Area {
  const longitudes = dots.map(({ longitude }) => longitude);
  const latitudes = dots.map(({ latitude }) => latitude);
  const margin = Math.max(0.25, (Math.max(...longitudes) - Math.min(...longitudes)) * 0.1);
  const tenth = (value: number, least: number, most: number) => Math.round(Math.min(most, Math.max(least, value)) * 100) / 100;
  return [
    tenth(Math.min(...longitudes) - margin, -180, 180),
    tenth(Math.min(...latitudes) - margin, -90, 90),
    tenth(Math.max(...longitudes) + margin, -180, 180),
    tenth(Math.max(...latitudes) + margin, -90, 90),
  ];
}
