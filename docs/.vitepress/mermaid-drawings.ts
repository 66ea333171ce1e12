import { renderMermaidSVG } from 'beautiful-mermaid';
import type { MarkdownRenderer } from 'vitepress';

const colours = {
  bg: 'var(--vp-c-bg)',
  fg: 'var(--vp-c-text-1)',
  line: 'var(--drawing-line)',
  accent: 'var(--vp-c-brand-1)',
  muted: 'var(--vp-c-text-2)',
};

/** Draws a diagram when the site is built. `accTitle` is its text alternative; the renderer does not know it. */
export function drawDiagram(code: string): string {
  const title = /^\s*accTitle:\s*(.+)$/m.exec(code)?.[1] ?? 'Diagram';
  const drawn = renderMermaidSVG(code.replace(/^\s*accTitle:.*$/m, ''), colours);
  // Its own style names a font of another server; the theme's style sheet takes its place.
  const svg = drawn
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace('<svg ', `<svg role="img" aria-label="${title.replaceAll('"', '&quot;')}" `);
  return `<figure class="drawing" v-pre>${svg}</figure>\n`;
}

export function mermaidDrawings(md: MarkdownRenderer): void {
  const { fence } = md.renderer.rules;
  md.renderer.rules.fence = (tokens, index, options, env, self) => {
    const token = tokens[index];
    if (token?.info.trim() === 'mermaid') return drawDiagram(token.content);
    return fence?.(tokens, index, options, env, self) ?? '';
  };
}
