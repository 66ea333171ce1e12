import { type Flow, type FlowShown, you } from './flow';
import type { FlowLayout, Place } from './lay-out-flow';

/** A flow as a line of a width between two boxes. */
export type FlowLine = Flow & { d: string; weight: number };
/** Lines, and how many links are not drawn: within a tier, over several tiers, or in flows too small to tell apart. */
export type FlowLines = { lines: FlowLine[]; undrawn: number };

/** Between two columns so many flows are drawn, the largest first. */
const mostBetween = 45;
const thickest = 26;
const thinnest = 1;

type End = { flow: Flow; other: number };

/**
 * Lines between boxes of neighbouring columns only, so that none passes behind a box. Widths grow with the number of links, and the lines of one side of a box lie
 * one below another. Flows of `always` are drawn however small. Pure.
 */
export function flowLines({ flows }: Pick<FlowShown, 'flows'>, layout: FlowLayout, always: ReadonlySet<string>): FlowLines {
  const placeOf = (id: string): Place | undefined => (id === you ? layout.bar : layout.places.get(id));
  const neighbouring = flows.flatMap((flow) => {
    const [from, to] = [placeOf(flow.from), placeOf(flow.to)];
    return from && to && Math.abs(from.column - to.column) === 1 ? [{ flow, from, to, gap: Math.max(from.column, to.column) }] : [];
  });
  const counts = new Map<number, number>();
  const drawn = neighbouring.filter(({ flow, gap }) => {
    const count = (counts.get(gap) ?? 0) + 1;
    counts.set(gap, count);
    return count <= mostBetween || always.has(flow.from) || always.has(flow.to);
  });
  const sides = new Map<string, End[]>();
  const note = (key: string, end: End) => sides.set(key, [...(sides.get(key) ?? []), end]);
  for (const { flow, from, to } of drawn) {
    const isBack = from.column < to.column;
    note(`${flow.from} ${isBack ? 'right' : 'left'}`, { flow, other: to === layout.bar ? from.y + from.height / 2 : to.y });
    note(`${flow.to} ${isBack ? 'left' : 'right'}`, { flow, other: from.y });
  }
  const busiest = Math.max(1, ...[...sides].flatMap(([key, ends]) => (key.startsWith(`${you} `) ? [] : [sum(ends)])));
  const scale = Math.min(4, thickest / busiest);
  const weightOf = ({ links }: Flow) => Math.max(thinnest, Math.round(links * scale * 10) / 10);
  const offsets = new Map<string, number>();
  for (const [key, ends] of sides) {
    let offset = -ends.reduce((total, { flow }) => total + weightOf(flow), 0) / 2;
    for (const { flow } of ends.toSorted((a, b) => a.other - b.other)) {
      offsets.set(`${key} ${flow.from} ${flow.to}`, offset + weightOf(flow) / 2);
      offset += weightOf(flow);
    }
  }
  const lines = drawn.map(({ flow, from, to }) => {
    const isBack = from.column < to.column;
    const y = (id: string, place: Place, side: string) => middle(place) + (offsets.get(`${id} ${side} ${flow.from} ${flow.to}`) ?? 0);
    const y1 = within(from, y(flow.from, from, isBack ? 'right' : 'left'));
    const y2 = to === layout.bar ? y1 : within(to, y(flow.to, to, isBack ? 'left' : 'right'));
    const x1 = isBack ? from.x + from.width : from.x;
    const x2 = isBack ? to.x : to.x + to.width;
    return { ...flow, weight: weightOf(flow), d: curve({ x: x1, y: y1 }, { x: x2, y: y2 }) };
  });
  const all = flows.reduce((total, { links }) => total + links, 0);
  return { lines, undrawn: all - lines.reduce((total, { links }) => total + links, 0) };
}

const sum = (ends: readonly End[]): number => ends.reduce((total, { flow }) => total + flow.links, 0);
const middle = ({ y, height }: Place): number => y + height / 2;
const within = ({ y, height }: Place, value: number): number => Math.min(y + height - 1, Math.max(y + 1, value));
const written = (value: number): number => Math.round(value * 10) / 10;

type Point = { x: number; y: number };
export function curve(from: Point, to: Point): string {
  const half = written((from.x + to.x) / 2);
  return `M${written(from.x)} ${written(from.y)}C${half} ${written(from.y)} ${half} ${written(to.y)} ${written(to.x)} ${written(to.y)}`;
}
