const escapes: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
  '\\': '\\\\',
  '(': '\\(',
  ')': '\\)',
};

/** Text as a string of a PDF: by its letters where all are ASCII, else in UTF-16 with its mark, as hexadecimal numbers. */
export function writeString(text: string): string {
  if (/^\p{ASCII}*$/u.test(text)) return `(${text.replace(/[\n\r\t\b\f\\()]/g, (character) => escapes[character] ?? character)})`;
  return `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
}
