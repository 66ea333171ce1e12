import type { Arranged } from '~/documents/pdf/block';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The same content as a page of HTML, for a browser to print. */
export function pageOf({ title, cover, parts }: Arranged, photos: ReadonlyMap<string, Buffer>): string {
  const cell = (value: string | { text: string; note?: string }) =>
    escaped(typeof value === 'string' ? value : `${value.text} ${value.note ?? ''}`);
  const row = (cells: readonly (string | { text: string; note?: string })[]) =>
    `<tr>${cells.map((each) => `<td>${cell(each)}</td>`).join('')}</tr>`;
  const blocks = [
    ...cover,
    ...parts.flatMap((part) => [{ kind: 'heading' as const, level: 2 as const, text: part.title }, ...part.blocks]),
  ];
  const body = blocks.map((block) => {
    switch (block.kind) {
      case 'heading':
        return `<h${block.level}>${escaped(block.text)}</h${block.level}>`;
      case 'table':
      case 'pairs':
        return `<table>${block.rows.map(row).join('')}</table>`;
      case 'list':
        return `<ul>${block.items.map(({ lead, text = '' }) => `<li>${escaped(`${lead} ${text}`)}</li>`).join('')}</ul>`;
      case 'photo':
        return `<img height="320" src="data:image/jpeg;base64,${photos.get(block.sha256)?.toString('base64') ?? ''}"><p>${escaped(block.title)}</p>`;
      case 'signatures':
        return block.signatures.map(({ title }) => `<p>${escaped(title)}</p>`).join('');
      case 'drawing':
        return `<p>${escaped(block.alt)}</p>`;
      default:
        return `<p>${escaped(block.text)}</p>`;
    }
  });
  return `<!doctype html><meta charset="utf-8"><title>${escaped(title)}</title><style>body{font:9.5pt sans-serif}td{padding:3pt;border-bottom:1px solid #ccc}</style>${body.join('')}`;
}
