import { bands } from '#scoring';
import {
  type BandCounts,
  type BoxAddress,
  boxId,
  type Flow,
  type FlowBox,
  type FlowColumn,
  type FlowShown,
  type Grouping,
  type Level,
  noCounts,
  type OpenedBox,
  you,
} from './flow';
import { boxLabel, restLabel, unknownLabel } from './labels';
import type { FlowRow, GroupRow, MemberRow, PathRow } from './read-flow.server';

/** A column shows so many groups, an opened box so many suppliers; the rest are folded into one box that opens them. */
export const mostGroups = 10;
const mostMembers = 30;

type Given = {
  grouping: Grouping;
  groups: readonly GroupRow[];
  at: BoxAddress | null;
  levels: readonly Grouping[];
  members: readonly MemberRow[];
  /** Tiers that are shown in full. */
  full: readonly (number | null)[];
  flows: readonly FlowRow[];
  path: PathRow;
};

/** Puts the rows of a tier flow into columns of boxes, the highest risk first and what is not known last, with flows between the boxes shown. Pure. */
export function arrangeFlow({ grouping, groups, at, levels, members, full, flows, path }: Given): FlowShown {
  const tiers = [...new Set(groups.map(({ tier }) => tier))].sort((a, b) => (a ?? 1e9) - (b ?? 1e9));
  const columns = tiers.map((tier): FlowColumn => {
    const rows = groups.filter((row) => row.tier === tier);
    const boxes = topBoxes(rows, { grouping, tier });
    const open = at && at.tier === tier ? boxes.find((box) => box.address.values[0] === at.values[0]) : undefined;
    const isFull = full.includes(tier);
    const shown = foldRest(boxes, {
      most: isFull ? boxes.length : mostGroups,
      keep: open,
      parent: { tier, values: [] },
      depth: 0,
      grouping,
    });
    const opened = open && at ? openBox({ ...open, isOpen: true }, { at, levels, members, isFull }) : [];
    return {
      tier,
      count: boxes.reduce((sum, { count }) => sum + count, 0),
      atRisk: boxes.reduce((sum, { counts }) => sum + counts.high + counts.severe, 0),
      boxes: shown.flatMap((box) => (box.id === open?.id ? opened : [box])),
    };
  });
  addUnknown(columns);
  return {
    grouping,
    columns,
    flows: sumFlows(columns, flows),
    path: path && { ...path, boxes: [...path.steps.map((step) => shownIn(columns, step)), you].flatMap((id) => id ?? []) },
    opened: at ? openedBox(columns, { at, levels, members }) : null,
    crumbs: at
      ? at.values.map((value, depth) => ({
          address: { tier: at.tier, values: at.values.slice(0, depth + 1) },
          label: boxLabel(levels[depth] ?? grouping, value),
        }))
      : [],
  };
}

function topBoxes(rows: readonly GroupRow[], { grouping, tier }: { grouping: Grouping; tier: number | null }): FlowBox[] {
  const found = new Map<string, FlowBox>();
  for (const { value, band, n, unknown, refused } of rows) {
    const box = found.get(value) ?? emptyBox({ level: grouping, tier, values: [value] });
    found.set(value, box);
    add(box, { band, n, unknown, refused });
  }
  return sorted([...found.values()]);
}

function add(box: FlowBox, { band, n, unknown, refused }: Pick<GroupRow, 'band' | 'n' | 'unknown' | 'refused'>): void {
  box.counts[band ?? 'none'] += n;
  box.count += n;
  box.unknown += unknown;
  box.refused += refused;
  box.worst = worstOf(box.counts);
}

function emptyBox({ level, tier, values }: { level: Level; tier: number | null; values: readonly string[] }): FlowBox {
  const address = { tier, values };
  return {
    id: boxId(address),
    kind: level === 'party' ? 'party' : 'group',
    address,
    depth: values.length - 1,
    label: boxLabel(level, values.at(-1) ?? ''),
    ...{ count: 0, of: 0, counts: noCounts(), worst: null, unknown: 0, refused: 0, isOpen: false, party: null },
  };
}

const worstOf = (counts: BandCounts) => bands.findLast((band) => counts[band] > 0) ?? null;

/** The highest band first, then the most suppliers in it; what is not recorded last: it is no risk but a gap. */
function sorted(boxes: FlowBox[]): FlowBox[] {
  const rank = ({ worst }: FlowBox) => (worst === null ? -1 : bands.indexOf(worst));
  const inWorst = ({ worst, counts }: FlowBox) => (worst === null ? 0 : counts[worst]);
  const isGap = ({ address }: FlowBox) => Number(address.values.at(-1) === '');
  return boxes.toSorted(
    (a, b) => isGap(a) - isGap(b) || rank(b) - rank(a) || inWorst(b) - inWorst(a) || b.count - a.count || (a.label < b.label ? -1 : 1),
  );
}

type Folding = { most: number; keep: FlowBox | undefined; parent: BoxAddress; depth: number; grouping: Level };

/** The first boxes, the one to keep wherever it is, and one box in place of the others. */
function foldRest(boxes: readonly FlowBox[], { most, keep, parent, depth, grouping }: Folding): FlowBox[] {
  if (boxes.length <= most + 1) return [...boxes];
  const shown = boxes.filter((box, at) => at < most || box.id === keep?.id);
  const others = boxes.filter((box) => !shown.includes(box));
  const rest: FlowBox = {
    ...emptyBox({ level: 'country', tier: parent.tier, values: [...parent.values, '~'] }),
    kind: 'rest',
    depth,
    label: restLabel(grouping, others.length),
  };
  for (const { counts, count, unknown, refused } of others) {
    for (const band of [...bands, 'none'] as const) rest.counts[band] += counts[band];
    rest.count += count;
    rest.unknown += unknown;
    rest.refused += refused;
  }
  return [...shown, { ...rest, worst: worstOf(rest.counts) }];
}

type Opening = { at: BoxAddress; levels: readonly Grouping[]; members: readonly MemberRow[]; isFull: boolean };

/** An opened box and the boxes inside it, one of which may be open in turn. */
function openBox(box: FlowBox, { at, levels, members, isFull }: Opening): FlowBox[] {
  const depth = box.depth + 1;
  const own = levels[box.depth];
  const inside = own === undefined ? members : members.filter((member) => member[own] === at.values[box.depth]);
  const level: Level = levels[depth] ?? 'party';
  const children =
    level === 'party' ? inside.map((member) => partyBox(member, box.address)) : groupMembers(inside, { level, parent: box.address });
  const next = children.find(({ address }) => level !== 'party' && address.values[depth] === at.values[depth]);
  const shown = foldRest(children, { most: isFull ? 300 : mostMembers, keep: next, parent: box.address, depth, grouping: level });
  return [
    box,
    ...shown.flatMap((child) =>
      child.id === next?.id ? openBox({ ...child, isOpen: true }, { at, levels, members: inside, isFull }) : [child],
    ),
  ];
}

const firstOfOpened = 8;
/** So many can be asked at once. */
const mostAsked = 300;

function openedBox(columns: readonly FlowColumn[], { at, levels, members }: Pick<Opening, 'at' | 'levels' | 'members'>): OpenedBox | null {
  const box = columns.flatMap((column) => column.boxes).find(({ id }) => id === boxId(at));
  if (!box) return null;
  const inside = members.filter((member) => at.values.every((value, depth) => member[levels[depth] ?? 'country'] === value));
  return {
    ...box,
    first: inside.slice(0, firstOfOpened).map(({ publicId, name, band, score }) => ({ publicId, name, band, score })),
    toAsk: inside.flatMap(({ publicId, isUnknown, isRefused }) => (isUnknown && !isRefused ? [publicId] : [])).slice(0, mostAsked),
  };
}

function groupMembers(members: readonly MemberRow[], { level, parent }: { level: Grouping; parent: BoxAddress }): FlowBox[] {
  const found = new Map<string, FlowBox>();
  for (const member of members) {
    const value = member[level];
    const box = found.get(value) ?? emptyBox({ level, tier: parent.tier, values: [...parent.values, value] });
    found.set(value, box);
    add(box, { band: member.band, n: 1, unknown: Number(member.isUnknown), refused: Number(member.isRefused) });
  }
  return sorted([...found.values()]);
}

function partyBox(member: MemberRow, parent: BoxAddress): FlowBox {
  const box = emptyBox({ level: 'party', tier: parent.tier, values: [...parent.values, member.publicId] });
  add(box, { band: member.band, n: 1, unknown: Number(member.isUnknown), refused: Number(member.isRefused) });
  return { ...box, label: member.name, party: { publicId: member.publicId, score: member.score } };
}

/** At the end of each column the suppliers of the tier before whose suppliers are not known; a column of its own where no tier follows. */
function addUnknown(columns: FlowColumn[]): void {
  for (const { tier, count, boxes } of [...columns]) {
    if (tier === null) continue;
    const unknown = boxes.filter(({ depth }) => depth === 0).reduce((sum, box) => sum + box.unknown, 0);
    if (unknown === 0) continue;
    const box: FlowBox = {
      ...emptyBox({ level: 'country', tier: tier + 1, values: ['?'] }),
      kind: 'unknown',
      label: unknownLabel(),
      count: unknown,
      of: count,
    };
    const following = columns.find((column) => column.tier === tier + 1);
    if (following) following.boxes.push(box);
    else columns.splice(columns.findIndex((column) => column.tier === tier) + 1, 0, { tier: tier + 1, count: 0, atRisk: 0, boxes: [box] });
  }
}

/** The box in which a node is shown: its own, else the rest of its level, else the box around it. */
function shownIn(columns: readonly FlowColumn[], { tier, values }: BoxAddress): string | null {
  const ids = new Set(columns.find((column) => column.tier === tier)?.boxes.map(({ id }) => id));
  for (let length = values.length; length > 0; length -= 1) {
    const own = boxId({ tier, values: values.slice(0, length) });
    if (ids.has(own)) return own;
    const rest = boxId({ tier, values: [...values.slice(0, length - 1), '~'] });
    if (ids.has(rest)) return rest;
  }
  return null;
}

function sumFlows(columns: readonly FlowColumn[], rows: readonly FlowRow[]): Flow[] {
  const sums = new Map<string, Flow>();
  for (const { from, to, links } of rows) {
    const [a, b] = [shownIn(columns, from), to.tier === 0 ? you : shownIn(columns, to)];
    if (a === null || b === null || a === b) continue;
    const known = sums.get(`${a} ${b}`);
    if (known) known.links += links;
    else sums.set(`${a} ${b}`, { from: a, to: b, links });
  }
  return [...sums.values()].sort((a, b) => b.links - a.links || (a.from + a.to < b.from + b.to ? -1 : 1));
}
