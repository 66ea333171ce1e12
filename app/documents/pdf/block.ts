import type { Drawing } from '~/ui/drawing/shapes';
import type { Cell } from './draw-table.server';

/** What a part of a report is made of; drawn on paper by `draw-block.server`, shown on the page by `audits/report`. */
export type Block =
  /** `status`: a page folds what follows, and says in the line of the fold what it amounts to. */
  | { kind: 'heading'; level: 2 | 3; text: string; status?: string }
  | { kind: 'paragraph'; text: string; isSmall?: boolean; isStrong?: boolean }
  | { kind: 'list'; items: { lead: string; text?: string }[] }
  /** `isTwofold`: two pairs side by side on paper. `isLong`: many pairs, whose names are sentences. */
  | { kind: 'pairs'; title: string; rows: [string, string][]; isTwofold?: boolean; isLong?: boolean; size?: number; isDense?: boolean }
  /** `isDense`: for long tables of short rows. */
  | {
      kind: 'table';
      title: string;
      columns: { label: string; share: number; align?: 'start' | 'end' }[];
      rows: Cell[][];
      size?: number;
      isDense?: boolean;
    }
  | { kind: 'link'; text: string; url: string }
  /** A chart whose finding and figures are in `alt`; the table beside it is a block of its own. */
  | { kind: 'drawing'; drawing: Drawing; alt: string }
  | { kind: 'photo'; sha256: string; width: number; height: number; title: string; alt: string }
  /** Beside each other on paper. One without strokes was given on a paper of its own: `title` says so. */
  | { kind: 'signatures'; signatures: { title: string; alt: string; ratio: number; strokes: number[][] }[] };

/** A part begins with a heading of the first level. `isWide`: on a landscape page. `status`: a page folds it under what it amounts to. */
export type Part = { key: string; title: string; isWide?: boolean; status?: string; blocks: Block[] };

export type Arranged = {
  title: string;
  subtitle: string;
  /** Above the title. */
  maker: string;
  cover: Block[];
  parts: Part[];
  /** In the page's language where it is a draft. */
  watermark: string | null;
  head: string;
  foot: string;
};
