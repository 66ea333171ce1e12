/** A piece of a sentence. `link.to`: as it is written, relative to the page. */
export type Inline =
  | string
  | { kind: 'strong' | 'em'; content: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'link'; to: string; content: Inline[] };

const piece = /`([^`]+)`|\*\*(.+?)\*\*|(?<![\w*])\*([^*]+)\*(?![\w*])|\[((?:[^[\]]|\[[^\]]*\])+)\]\(([^)\s]+)\)/;

/** Code, bold, italic and links; everything else is text. */
export function parseInline(text: string): Inline[] {
  const found = piece.exec(text);
  if (!found) return text === '' ? [] : [text];
  const [whole, code, bold, italic, label, to] = found;
  const rest = parseInline(text.slice(found.index + whole.length));
  const before = text.slice(0, found.index);
  return [...(before === '' ? [] : [before]), inlineOf({ code, bold, italic, label, to }) ?? whole, ...rest];
}

function inlineOf(found: Record<'code' | 'bold' | 'italic' | 'label' | 'to', string | undefined>): Inline | null {
  if (found.code !== undefined) return { kind: 'code', text: found.code };
  if (found.bold !== undefined) return { kind: 'strong', content: parseInline(found.bold) };
  if (found.italic !== undefined) return { kind: 'em', content: parseInline(found.italic) };
  if (found.label !== undefined && found.to !== undefined) return { kind: 'link', to: found.to, content: parseInline(found.label) };
  return null;
}

/** The words alone. */
export function textOf(content: readonly Inline[]): string {
  return content.map((each) => (typeof each === 'string' ? each : each.kind === 'code' ? each.text : textOf(each.content))).join('');
}
