import { paperInks } from './inks';
import type { Drawing, Shape } from '~/ui/drawing/shapes';

const pad = 24;
const titleSize = 18;
const noteSize = 11;
const family = "'IBM Plex Sans', 'Noto Sans', sans-serif";

/**
 * A drawing as a standalone SVG file: print colours, its title above and the notes below, both also as accessible text. Any text is escaped. `size` is that of
 * the picture, in its own units.
 */
export function writeSvg({ drawing, title, notes }: { drawing: Drawing; title: string; notes: readonly string[] }): {
  svg: string;
  size: { width: number; height: number };
} {
  const top = pad + titleSize + 14;
  const width = Math.max(drawing.width + 2 * pad, 640);
  const height = top + drawing.height + 16 + notes.length * (noteSize + 5) + pad;
  const lines = notes.map((note, at) =>
    textElement({ x: pad, y: top + drawing.height + 16 + (at + 1) * (noteSize + 5), text: note, size: noteSize, ink: paperInks.muted }),
  );
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${number(width)}" height="${number(height)}" viewBox="0 0 ${number(width)} ${number(height)}" role="img">`,
    `<title>${escapeXml(title)}</title><desc>${escapeXml(notes.join(' '))}</desc>`,
    `<defs><pattern id="hatched" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="${paperInks.land}"/><path d="M0 0V5" stroke="${paperInks.hatched}" stroke-width="1.4"/></pattern></defs>`,
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    textElement({ x: pad, y: pad + titleSize, text: title, size: titleSize, ink: paperInks.ink, strong: true }),
    `<g transform="translate(${pad} ${top})">`,
    ...drawing.shapes.map(writeShape),
    '</g>',
    ...lines,
    '</svg>',
  ].join('\n');
  return { svg, size: { width, height } };
}

function writeShape(shape: Shape): string {
  const ink = paperInks[shape.tone];
  const edges = { 'box-open': paperInks.way, 'box-path': paperInks.ink, box: paperInks.axis, 'box-other': paperInks.axis } as const;
  const edge = Object.entries(edges).find(([tone]) => tone === shape.tone)?.[1] ?? null;
  const stroke = edge === null ? '' : ` stroke="${edge}"${shape.tone === 'box-open' ? ' stroke-width="2"' : ''}`;
  switch (shape.kind) {
    case 'rect':
      return `<rect x="${number(shape.x)}" y="${number(shape.y)}" width="${number(shape.width)}" height="${number(shape.height)}" fill="${ink}"${shape.tone === 'interval' ? ` stroke="${paperInks.ink}"` : stroke}/>`;
    case 'line':
      return `<line x1="${number(shape.x1)}" y1="${number(shape.y1)}" x2="${number(shape.x2)}" y2="${number(shape.y2)}" stroke="${ink}" stroke-width="${number(shape.weight ?? 1)}"${dashOf(shape.dash)}/>`;
    case 'path':
      if (shape.tone === 'hatched') return `<path d="${shape.d}" fill="url(#hatched)"/>`;
      if (shape.weight === undefined) return `<path d="${shape.d}" fill="${ink}"/>`;
      return `<path d="${shape.d}" fill="none" stroke="${ink}" stroke-width="${number(shape.weight)}"${dashOf(shape.dash)}/>`;
    case 'ring':
      return `<circle cx="${number(shape.cx)}" cy="${number(shape.cy)}" r="${number(shape.r)}" fill="none" stroke="${ink}" stroke-width="${number(shape.weight ?? 1)}"/>`;
    case 'disc':
      return `<circle cx="${number(shape.cx)}" cy="${number(shape.cy)}" r="${number(shape.r)}" fill="${ink}"${stroke}/>`;
    case 'text':
      return textElement({ ...shape, ink });
  }
}

type TextPlace = { x: number; y: number; text: string; size: number; ink: string; anchor?: 'start' | 'middle' | 'end'; strong?: boolean };

function textElement({ x, y, text, size, ink, anchor = 'start', strong = false }: TextPlace): string {
  return `<text x="${number(x)}" y="${number(y)}" font-family="${family}" font-size="${number(size)}" fill="${ink}"${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}${strong ? ' font-weight="600"' : ''}>${escapeXml(text)}</text>`;
}

const dashOf = (dash: readonly [number, number] | undefined) => (dash ? ` stroke-dasharray="${dash[0]} ${dash[1]}"` : '');
const number = (value: number) => String(Math.round(value * 100) / 100);

/** Text escaped for XML; characters that XML forbids are left out. */
export function escapeXml(text: string): string {
  return onlyXml(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** A text without characters that XML forbids. */
export function onlyXml(text: string): string {
  return [...text].filter((letter) => isInXml(letter.codePointAt(0) ?? 0)).join('');
}

/** The characters of XML 1.0: no control characters but tab and line ends, no lone halves of a pair, no non-characters of the first plane. */
function isInXml(code: number): boolean {
  if (code < 0x20) return code === 9 || code === 10 || code === 13;
  return (code < 0xd800 || code > 0xdfff) && code !== 0xfffe && code !== 0xffff;
}
