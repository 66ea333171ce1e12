import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const folder = new URL('../app/', import.meta.url).pathname;
const rooms = readdirSync(path.join(folder, 'locales/en'));
const read = (locale: string, room: string): Record<string, unknown> =>
  JSON.parse(readFileSync(path.join(folder, 'locales', locale, room), 'utf8'));
const placeholders = (message: unknown) => [...new Set(JSON.stringify(message).match(/\{[a-zA-Z]+\}/g) ?? [])].sort();

describe.each(rooms)('messages of %s', (room) => {
  const english = read('en', room);
  const french = read('fr', room);
  it('are complete in French, with the same parts to fill in', () => {
    expect(Object.keys(french).sort()).toEqual(Object.keys(english).sort());
    for (const [key, message] of Object.entries(english)) expect([key, placeholders(french[key])]).toEqual([key, placeholders(message)]);
  });
  it('never let a French sign begin a line: no space that breaks before : ; ? ! » % or after «', () => {
    for (const [key, message] of Object.entries(french)) {
      const texts = JSON.stringify(message).replace(/"(declarations|selectors)":\[[^\]]*\]/g, '');
      expect([key, texts.match(/ [:;?!»](?![\p{L}\d])|« |[\d}] %/u)?.[0] ?? 'none']).toEqual([key, 'none']);
    }
  });
  it('are filled and named after their room', () => {
    for (const [key, message] of Object.entries(english)) {
      if (key !== '$schema') expect(key.startsWith(`${room.replace('.json', '')}_`), key).toBe(true);
      expect(JSON.stringify(message).length, key).toBeGreaterThan(2);
    }
  });
});

/** Text between tags, or a sign that French parts from its word, and text in attributes that people see or hear, that does not come from a message. */
function wordsWritten(source: string, fileName: string): string[] {
  const found: string[] = [];
  const spoken = ['alt', 'aria-label', 'label', 'lead', 'placeholder', 'title', 'hint'];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && /\p{L}{2,}|^\s*[:;?!]/u.test(node.text)) found.push(node.text.trim());
    if (
      ts.isJsxAttribute(node) &&
      spoken.includes(node.name.getText()) &&
      node.initializer &&
      ts.isStringLiteral(node.initializer) &&
      /\p{L}{2,}/u.test(node.initializer.text)
    )
      found.push(node.initializer.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(fileName, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found;
}

describe('components', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.tsx') && !file.includes('.test.') && !file.startsWith('paraglide'),
  );
  it('show no words but messages', () => {
    const names = ['Manumit', 'PDF', 'JSON', 'CSV', 'Ctrl K', 'SHA-256'];
    const written = files.flatMap((file) =>
      wordsWritten(readFileSync(path.join(folder, file), 'utf8'), file).map((words) => `${file}: ${words}`),
    );
    expect(written.filter((line) => !names.some((name) => line.endsWith(`: ${name}`)))).toEqual([]);
  });
  it('would be caught', () => {
    expect(wordsWritten('const a = <p title="Hello">Save {count} rows</p>;', 'a.tsx')).toEqual(['Hello', 'Save', 'rows']);
  });
});
