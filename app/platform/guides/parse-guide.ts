import { parseInline, type Inline, textOf } from './parse-inline';

/** What the guides of `docs` are written in: the part of Markdown that they use. */
export type Block =
  | { kind: 'heading'; level: number; id: string; content: Inline[] }
  | { kind: 'paragraph'; content: Inline[] }
  | { kind: 'picture'; name: string; alt: string }
  | { kind: 'list'; isOrdered: boolean; items: Inline[][] }
  | { kind: 'table'; head: Inline[][]; rows: Inline[][][] }
  | { kind: 'code'; text: string }
  | { kind: 'notice'; title: string; blocks: Block[] };

const picture = /^!\[([^\]]*)\]\(\/pictures\/([\w-]+\.webp)\)$/;
const bullet = /^(?:[-*]|(\d+)\.) +/;

/** The anchor of a heading, as the published guides have it. */
export const anchorOf = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replaceAll(/\s+/g, '-');

export function parseGuide(source: string): Block[] {
  const lines = source.replace(/^---\n[\s\S]*?\n---\n/, '').split('\n');
  const blocks: Block[] = [];
  for (let line = lines[0]; line !== undefined; line = lines[0]) {
    const block = takeBlock(line, lines);
    if (block) blocks.push(block);
  }
  return blocks;
}

/** Takes the lines of the next block, which begins with `line`; null for an empty line. */
function takeBlock(line: string, lines: string[]): Block | null {
  if (line.trim() === '') {
    lines.shift();
    return null;
  }
  if (line.startsWith('```')) return { kind: 'code', text: takeFenced(lines, '```').join('\n') };
  if (line.startsWith(':::')) {
    const title = line.replace(/^:::\s*\w+\s*/, '');
    return { kind: 'notice', title, blocks: parseGuide(takeFenced(lines, ':::').join('\n')) };
  }
  const [, marks, text] = /^(#{1,4}) +(.*)$/.exec(line) ?? [];
  if (marks !== undefined && text !== undefined) {
    lines.shift();
    const content = parseInline(text);
    return { kind: 'heading', level: marks.length, id: anchorOf(textOf(content)), content };
  }
  const [, alt, name] = picture.exec(line) ?? [];
  if (alt !== undefined && name !== undefined) {
    lines.shift();
    return { kind: 'picture', name, alt };
  }
  if (line.startsWith('|')) return tableOf(takeWhile(lines, (each) => each.startsWith('|')));
  if (bullet.test(line)) return listOf(lines, bullet.exec(line)?.[1] !== undefined);
  return { kind: 'paragraph', content: parseInline(takeWhile(lines, isParagraph).join(' ')) };
}

const isParagraph = (line: string) => line.trim() !== '' && !/^(```|:::|#{1,4} |\||!\[)/.test(line) && !bullet.test(line);

function takeWhile(lines: string[], belongs: (line: string) => boolean): string[] {
  const end = lines.findIndex((line) => !belongs(line));
  return lines.splice(0, Math.max(1, end < 0 ? lines.length : end));
}

/** The lines between two fences, which are taken too. */
function takeFenced(lines: string[], fence: string): string[] {
  lines.shift();
  const end = lines.findIndex((line) => line.startsWith(fence));
  const inside = lines.splice(0, end < 0 ? lines.length : end);
  lines.shift();
  return inside;
}

function listOf(lines: string[], isOrdered: boolean): Block {
  const items: string[] = [];
  for (let line = lines[0]; line !== undefined; line = lines[0]) {
    if (bullet.test(line)) items.push(line.replace(bullet, ''));
    else if (/^ {2,}\S/.test(line) && items.length > 0) items.push(`${items.pop()} ${line.trim()}`);
    else break;
    lines.shift();
  }
  return { kind: 'list', isOrdered, items: items.map(parseInline) };
}

function tableOf(lines: string[]): Block {
  const cellsOf = (line: string) =>
    line
      .replace(/^\|\s*|\s*\|\s*$/g, '')
      .split(/\s*(?<!\\)\|\s*/)
      .map((cell) => parseInline(cell.replaceAll(String.raw`\|`, '|')));
  const [head = '', , ...rows] = lines;
  return { kind: 'table', head: cellsOf(head), rows: rows.map(cellsOf) };
}
