import { NotReadable, PdfDictionary, PdfName, PdfRef, PdfText, type PdfValue } from './pdf-value';

const space = /[\0\t\n\f\r ]*(?:%[^\n\r]*[\0\t\n\f\r ]*)*/y;
const number = /[+-]?(?:\d+\.?\d*|\.\d+)/y;
const reference = /(\d{1,10})[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/y;
const word = /[^\0\t\n\f\r ()<>[\]{}/%]+/y;
const name = /\/([^\0\t\n\f\r ()<>[\]{}/%]*)/y;
const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
/** Deeper than any document needs, and far from the end of the stack. */
const mostDepth = 100;

/** Reads values of a PDF (ISO 32000-1, 7.3) out of its bytes, one a character. @throws NotReadable */
export class PdfLexer {
  constructor(
    readonly text: string,
    public at = 0,
  ) {}

  skipSpace(): void {
    this.match(space);
  }

  /** The match of a sticky pattern at the current position, which moves past it. */
  match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at = pattern.lastIndex;
    return found;
  }

  /** Whether a keyword is at the current position, which then moves past it. */
  accept(expected: string): boolean {
    this.skipSpace();
    if (!this.text.startsWith(expected, this.at)) return false;
    this.at += expected.length;
    return true;
  }

  value(depth = 0): PdfValue {
    if (depth > mostDepth) throw new NotReadable('too deep');
    this.skipSpace();
    switch (this.text[this.at]) {
      case '/':
        return new PdfName(this.#name());
      case '(':
        return new PdfText(this.#literal());
      case '[':
        return this.#array(depth);
      case '<':
        return this.text[this.at + 1] === '<' ? this.#dictionary(depth) : new PdfText(this.#hexadecimal());
    }
    const referred = this.match(reference);
    if (referred) return new PdfRef(Number(referred[1]));
    const figure = this.match(number);
    if (figure) return Number(figure[0]);
    switch (this.match(word)?.[0]) {
      case 'true':
        return true;
      case 'false':
        return false;
      case 'null':
        return null;
    }
    throw new NotReadable('no value');
  }

  #name(): string {
    const found = this.match(name);
    return (found?.[1] ?? '').replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }

  #array(depth: number): PdfValue[] {
    this.at += 1;
    const values: PdfValue[] = [];
    while (!this.accept(']')) values.push(this.value(depth + 1));
    return values;
  }

  #dictionary(depth: number): PdfDictionary {
    this.at += 2;
    const read = new PdfDictionary();
    while (!this.accept('>>')) {
      if (this.text[this.at] !== '/') throw new NotReadable('no key');
      const key = this.#name();
      read.entries.set(key, this.value(depth + 1));
    }
    return read;
  }

  #hexadecimal(): string {
    const end = this.text.indexOf('>', this.at);
    if (end < 0) throw new NotReadable('open string');
    const digits = this.text.slice(this.at + 1, end).replace(/[^0-9a-fA-F]/g, '');
    this.at = end + 1;
    return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex').toString('latin1');
  }

  #literal(): string {
    let open = 0;
    let read = '';
    for (; this.at < this.text.length; this.at++) {
      const character = this.text.charAt(this.at);
      if (character === '\\') read += this.#escaped();
      else if (character === '(' && open++ === 0) continue;
      else if (character === ')' && --open === 0) {
        this.at += 1;
        return read;
      } else read += character;
    }
    throw new NotReadable('open string');
  }

  /** The character of an escape; moves to its last character. */
  #escaped(): string {
    const octal = /^[0-7]{1,3}/.exec(this.text.slice(this.at + 1, this.at + 4))?.[0];
    if (octal) {
      this.at += octal.length;
      return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    }
    this.at += 1;
    const character = this.text.charAt(this.at);
    if (character === '\r' && this.text[this.at + 1] === '\n') this.at += 1;
    return character === '\r' || character === '\n' ? '' : (escapes[character] ?? character);
  }
}
