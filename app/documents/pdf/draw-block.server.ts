import { drawHeading, drawLink, drawList, drawParagraph, headingHeight, leastFollowing, paragraphHeight, styles } from './blocks.server';
import { drawFigure } from './draw-drawing.server';
import { drawPhoto } from './draw-picture.server';
import { drawSignatures, signaturesBeginning } from './draw-signatures.server';
import { drawTable, type TableOptions, tableBeginning } from './draw-table.server';
import type { ReportDocument } from './report-document.server';
import type { Block } from './block';

/** Embedded photos by the SHA-256 of the file they were made from. */
export type Photos = ReadonlyMap<string, Buffer>;

/** Renders the blocks of a part in order, each heading on the page of its content. `gone`: the placeholder for a photo that is no longer stored. */
export function drawBlocks(report: ReportDocument, blocks: readonly Block[], beside: { photos: Photos; gone: string }): void {
  for (const [index, block] of blocks.entries())
    if (block.kind === 'heading') drawHeading(report, { ...block, following: beginningOf(report, blocks.slice(index + 1, index + 4)) });
    else drawBlock(report, block, beside);
}

function drawBlock(
  report: ReportDocument,
  block: Exclude<Block, { kind: 'heading' }>,
  { photos, gone }: { photos: Photos; gone: string },
): void {
  switch (block.kind) {
    case 'paragraph':
      drawParagraph(report, { text: block.text, style: styleOf(block) });
      break;
    case 'list':
      drawList(report, block);
      break;
    case 'pairs':
    case 'table':
      drawTable(report, tableOf(block));
      break;
    case 'link':
      drawLink(report, block);
      break;
    case 'drawing':
      drawFigure(report, { ...block, scale: widthOfDrawing / block.drawing.width });
      break;
    case 'photo':
      drawPhoto(report, { ...block, jpeg: photos.get(block.sha256), gone, most: mostOfPhoto });
      break;
    case 'signatures':
      drawSignatures(report, block.signatures);
  }
}

const mostOfPhoto = 175;
/** Points: the width of text on a page in portrait. */
const widthOfDrawing = 460;

const styleOf = ({ isSmall, isStrong }: Extract<Block, { kind: 'paragraph' }>) =>
  isSmall ? styles.small : isStrong ? styles.strong : styles.body;

/** The height of what a heading must not be parted from: the headings right under it, and the beginning of what they head. */
function beginningOf(report: ReportDocument, [next, ...rest]: readonly Block[]): number {
  switch (next?.kind) {
    case 'heading':
      return headingHeight(report, next) + 4 + beginningOf(report, rest);
    case 'pairs':
    case 'table':
      return Math.max(leastFollowing, tableBeginning(report, tableOf(next)));
    case 'drawing':
      return (next.drawing.height * widthOfDrawing) / next.drawing.width;
    case 'photo':
      return mostOfPhoto + 40;
    case 'signatures':
      return signaturesBeginning(report, next.signatures);
    case 'paragraph':
      // The signature goes under its statement.
      return rest[0]?.kind === 'signatures'
        ? paragraphHeight(report, { text: next.text, style: styleOf(next) }) + beginningOf(report, rest)
        : leastFollowing;
    default:
      return leastFollowing;
  }
}

function tableOf(block: Extract<Block, { kind: 'pairs' | 'table' }>): TableOptions {
  if (block.kind === 'table')
    return {
      ...{ summary: block.title, columns: block.columns, rows: block.rows },
      ...(block.size ? { size: block.size } : {}),
      ...(block.isDense ? { isDense: true } : {}),
    };
  return {
    summary: block.title,
    isHeadless: true,
    columns: (block.isTwofold ? [17, 33, 17, 33] : block.isLong ? [62, 38] : [32, 68]).map((share) => ({ label: '', share })),
    ...(block.size ? { size: block.size } : {}),
    ...(block.isDense ? { isDense: true } : {}),
    rows: block.isTwofold ? twoAndTwo(block.rows) : block.rows,
  };
}

/** Pairs beside each other, two in a row. */
const twoAndTwo = (pairs: readonly [string, string][]) =>
  pairs.flatMap((pair, index) => (index % 2 === 0 ? [[...pair, ...(pairs[index + 1] ?? ['', ''])]] : []));
