import { createRequire } from 'node:module';
import path from 'node:path';
import type { Arranged, Block } from '~/documents/pdf/block';

/**
 * Sets the content of a report with pdfmake, from the folder named by the first argument: the same texts, tables and photos in the same fonts. It writes no
 * tags, no alternative texts, no PDF/A and attaches nothing; signatures are their titles.
 */
const pdfmake = createRequire(path.join(process.argv[2] ?? '', 'index.js'))('pdfmake');
const font = (name: string) => path.resolve('app/documents/pdf/fonts', name);
pdfmake.setFonts({ Plex: { normal: font('IBMPlexSans-Regular.ttf'), bold: font('IBMPlexSans-SemiBold.ttf') } });
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(() => true);

const words = (cell: string | { text: string; note?: string }) =>
  typeof cell === 'string' ? cell : `${cell.text}${cell.note ? ` ${cell.note}` : ''}`;

function contentOf(block: Block, photos: ReadonlyMap<string, Uint8Array>): object {
  switch (block.kind) {
    case 'heading':
      return { text: block.text, fontSize: block.level === 2 ? 13 : 11, bold: true, margin: [0, 8, 0, 4] };
    case 'table':
      return {
        layout: 'lightHorizontalLines',
        margin: [0, 0, 0, 8],
        table: {
          headerRows: 1,
          widths: block.columns.map(({ share }) => `${(100 * share) / block.columns.reduce((sum, each) => sum + each.share, 0)}%`),
          body: [block.columns.map(({ label }) => ({ text: label, bold: true })), ...block.rows.map((row) => row.map(words))],
        },
      };
    case 'pairs':
      return { layout: 'lightHorizontalLines', margin: [0, 0, 0, 8], table: { widths: ['32%', '68%'], body: block.rows } };
    case 'list':
      return { ul: block.items.map(({ lead, text = '' }) => `${lead} ${text}`), margin: [0, 0, 0, 6] };
    case 'photo': {
      const jpeg = Buffer.from(photos.get(block.sha256) ?? []).toString('base64');
      return [
        { image: `data:image/jpeg;base64,${jpeg}`, fit: [471, 235] },
        { text: block.title, fontSize: 8, margin: [0, 2, 0, 8] },
      ];
    }
    case 'signatures':
      return block.signatures.map(({ title }) => ({ text: title }));
    case 'drawing':
      return { text: block.alt, margin: [0, 0, 0, 6] };
    default:
      return { text: block.text, margin: [0, 0, 0, 6] };
  }
}

process.on('disconnect', () => process.exit(0));
process.on('message', async ({ arranged, photos }: { arranged: Arranged; photos: ReadonlyMap<string, Uint8Array> }) => {
  const { cover, parts, title, foot } = arranged;
  const content = [
    { text: title, fontSize: 22, bold: true, margin: [0, 80, 0, 20] },
    ...cover.map((block) => contentOf(block, photos)),
    ...parts.flatMap((part, index) => [
      {
        ...{ text: part.title, fontSize: 16, bold: true, margin: [0, 12, 0, 6] },
        ...(index === 0 ? { pageBreak: 'before', pageOrientation: 'portrait' } : {}),
        ...(part.isWide ? { pageBreak: 'before', pageOrientation: 'landscape' } : {}),
      },
      ...part.blocks.map((block) => contentOf(block, photos)),
    ]),
  ];
  const document = {
    ...{ pageSize: 'A4', pageMargins: [62, 74, 62, 72], defaultStyle: { font: 'Plex', fontSize: 9.5 }, content },
    footer: (page: number, pages: number) => ({ text: `${foot}   ${page} / ${pages}`, fontSize: 7.5, margin: [62, 30, 62, 0] }),
  };
  try {
    process.send?.({ bytes: await pdfmake.createPdf(document).getBuffer() });
  } catch (error) {
    process.send?.({ error: String(error) });
  }
});
