import { describe, expect, test } from 'vitest';
import type { Drawing } from '~/ui/drawing/shapes';
import { escapeXml, writeSvg } from './write-svg';

const drawing: Drawing = {
  width: 100,
  height: 50,
  rows: [],
  shapes: [
    { kind: 'rect', x: 1, y: 2, width: 3, height: 4, tone: 'box' },
    { kind: 'path', d: 'M0 0L5 5Z', tone: 'hatched' },
    { kind: 'path', d: 'M0 0L5 5', tone: 'link', weight: 2, dash: [4, 4] },
    { kind: 'text', x: 0, y: 9, text: '</text><script>alert(1)</script> & "Söhne"', size: 12, tone: 'ink' },
  ],
};

describe('a drawing as a file', () => {
  test('includes title and notes, keeps the drawing, and escapes every text', () => {
    const { svg, size } = writeSvg({ drawing, title: 'A <chain>', notes: ['Made on a day', 'Outlines: somebody'] });
    expect(svg).toContain('<title>A &lt;chain&gt;</title><desc>Made on a day Outlines: somebody</desc>');
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;/text&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Söhne&quot;');
    expect(svg).toContain('fill="url(#hatched)"');
    expect(svg).toContain('stroke-width="2" stroke-dasharray="4 4"');
    expect(svg.match(/<(rect|path|text|g|svg|desc|title|defs|pattern)\b/g)?.length).toBeGreaterThan(9);
    expect(size.height).toBeGreaterThan(drawing.height + 60);
  });

  test('leaves out characters that XML does not allow', () => {
    expect(escapeXml('a\u0000b\u001fc\ud800d\ufffe\t🧵')).toBe('abcd\t🧵');
  });
});
