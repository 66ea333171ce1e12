import { drawHeading, drawLink, drawList, drawParagraph, styles } from '../kit/blocks.server';
import { drawPhoto, drawSignature } from '../kit/draw-picture.server';
import { drawTable } from '../kit/draw-table.server';
import type { ReportDocument } from '../kit/report-document.server';
import type { Block } from './block';

/** Embedded photos by the SHA-256 of the file they were made from. */
export type Photos = ReadonlyMap<string, Buffer>;

/** Draws one block on paper. `gone`: what stands in for a photo that is no longer kept. */
export function drawBlock(report: ReportDocument, block: Block, { photos, gone }: { photos: Photos; gone: string }): void {
  switch (block.kind) {
    case 'heading':
      drawHeading(report, block);
      break;
    case 'paragraph':
      drawParagraph(report, {
        text: block.text,
        ...(block.isSmall ? { style: styles.small } : block.isStrong ? { style: styles.strong } : {}),
      });
      break;
    case 'list':
      drawList(report, block);
      break;
    case 'pairs':
      drawTable(report, {
        summary: block.title,
        isHeadless: true,
        columns: [
          { label: '', share: 32 },
          { label: '', share: 68 },
        ],
        rows: block.rows,
      });
      break;
    case 'table':
      drawTable(report, {
        summary: block.title,
        columns: block.columns,
        rows: block.rows,
        ...(block.size ? { size: block.size } : {}),
      });
      break;
    case 'link':
      drawLink(report, block);
      break;
    case 'photo':
      drawPhoto(report, { ...block, jpeg: photos.get(block.sha256), gone, most: 235 });
      break;
    case 'signature':
      drawSignature(report, block);
  }
}
