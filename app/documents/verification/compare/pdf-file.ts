import { inflateStream } from './inflate-stream';
import { PdfLexer } from './pdf-lexer';
import { NotReadable, PdfDictionary, PdfName, type PdfObject, PdfRef, type PdfValue } from './pdf-value';

/** Where an object lies: at a place of the file, or as so-and-so-many-th in a stream of objects. */
type Place = { at: number } | { inside: number; index: number };
const mostRevisions = 50;

/**
 * A PDF by any program, read as other programs read it: by its object tables, each revision over the one before; if these are broken, by searching for
 * objects. It explains how a file differs from the issued one. Whether it differs is decided by `own-layout`, which is strict.
 */
export class PdfFile {
  readonly text: string;
  readonly trailer = new PdfDictionary();
  /** How many tables of objects there are: one more for each change that was appended. */
  revisions = 0;
  readonly #bytes: Buffer;
  readonly #places = new Map<number, Place>();
  readonly #objects = new Map<number, PdfObject>();

  /** @throws NotReadable for what is no PDF */
  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    this.text = bytes.toString('latin1');
    try {
      this.#readTables();
    } catch (error) {
      if (!(error instanceof NotReadable)) throw error;
    }
    if (!this.#hasPages()) this.#lookForObjects();
    if (!this.#hasPages()) throw new NotReadable('no pages');
  }

  /** The numbers of all objects, in rising order. */
  get ids(): number[] {
    return [...this.#places.keys()].sort((a, b) => a - b);
  }

  get catalog(): PdfDictionary {
    return this.dictionary(this.trailer.entries.get('Root')) ?? new PdfDictionary();
  }

  /** An object by its number; null where there is none or it cannot be read. */
  object(id: number): PdfObject | null {
    const known = this.#objects.get(id);
    if (known) return known;
    const place = this.#places.get(id);
    if (!place) return null;
    // An object whose length lies in itself would be read for ever.
    this.#objects.set(id, { value: null, stream: null });
    try {
      const read = 'at' in place ? this.#readAt(place.at) : this.#readInside(place);
      this.#objects.set(id, read);
      return read;
    } catch (error) {
      if (!(error instanceof NotReadable)) throw error;
      return null;
    }
  }

  /** The value behind references. */
  resolve(value: PdfValue | undefined): PdfValue {
    let resolved = value ?? null;
    for (let step = 0; resolved instanceof PdfRef && step < 20; step++) resolved = this.object(resolved.id)?.value ?? null;
    return resolved instanceof PdfRef ? null : resolved;
  }

  dictionary(value: PdfValue | undefined): PdfDictionary | null {
    const resolved = this.resolve(value);
    return resolved instanceof PdfDictionary ? resolved : null;
  }

  name(value: PdfValue | undefined): string | null {
    const resolved = this.resolve(value);
    return resolved instanceof PdfName ? resolved.name : null;
  }

  array(value: PdfValue | undefined): PdfValue[] {
    const resolved = this.resolve(value);
    return Array.isArray(resolved) ? resolved : [];
  }

  #hasPages(): boolean {
    return this.dictionary(this.catalog.entries.get('Pages')) !== null;
  }

  #readTables(): void {
    const start = this.text.lastIndexOf('startxref');
    const first = Number(/^startxref\s+(\d{1,10})/.exec(this.text.slice(start, start + 40))?.[1] ?? Number.NaN);
    const seen = new Set<number>();
    for (let next: number | null = first; next !== null && !seen.has(next); ) {
      if (!(next >= 0 && next < this.text.length) || seen.size >= mostRevisions) throw new NotReadable('no table');
      seen.add(next);
      const trailer = this.#readTable(next);
      for (const [key, value] of trailer.entries) if (!this.trailer.entries.has(key)) this.trailer.entries.set(key, value);
      this.revisions += 1;
      const previous = trailer.entries.get('Prev');
      next = typeof previous === 'number' ? previous : null;
    }
  }

  #readTable(at: number): PdfDictionary {
    const lexer = new PdfLexer(this.text, at);
    if (!lexer.accept('xref')) return this.#readTableStream(at);
    for (let section = lexer.match(/\s*(\d{1,10}) (\d{1,7})\s*/y); section; section = lexer.match(/\s*(\d{1,10}) (\d{1,7})\s*/y)) {
      const [first, count] = [Number(section[1]), Number(section[2])];
      for (let index = 0; index < count; index++) {
        const entry = lexer.match(/\s*(\d{10}) \d{5} ([nf])/y);
        if (!entry) throw new NotReadable('broken table');
        if (entry[2] === 'n') this.#place(first + index, { at: Number(entry[1]) });
      }
    }
    const trailer = lexer.accept('trailer') ? lexer.value() : null;
    if (!(trailer instanceof PdfDictionary)) throw new NotReadable('no trailer');
    const further = trailer.entries.get('XRefStm');
    if (typeof further === 'number') this.#readTableStream(further);
    return trailer;
  }

  /** A table of objects that is a stream (ISO 32000-1, 7.5.8). */
  #readTableStream(at: number): PdfDictionary {
    const object = this.#readAt(at);
    const { value } = object;
    if (!(value instanceof PdfDictionary) || this.name(value.entries.get('Type')) !== 'XRef') throw new NotReadable('no table');
    const widths = this.array(value.entries.get('W')).map(Number);
    const [kindWidth = 0, secondWidth = 0, thirdWidth = 0] = widths;
    const step = kindWidth + secondWidth + thirdWidth;
    if (!(step > 0 && step < 30)) throw new NotReadable('broken table');
    const bytes = inflateStream(object);
    const sections = this.array(value.entries.get('Index') ?? [0, value.entries.get('Size') ?? 0]).map(Number);
    let place = 0;
    const field = (from: number, width: number) => bytes.subarray(from, from + width).reduce((sum, byte) => sum * 256 + byte, 0);
    for (let section = 0; section + 1 < sections.length; section += 2) {
      const [first = 0, count = 0] = sections.slice(section, section + 2);
      for (let index = 0; index < count && place + step <= bytes.length; index++, place += step) {
        const kind = kindWidth === 0 ? 1 : field(place, kindWidth);
        const second = field(place + kindWidth, secondWidth);
        const third = field(place + kindWidth + secondWidth, thirdWidth);
        if (kind === 1) this.#place(first + index, { at: second });
        else if (kind === 2) this.#place(first + index, { inside: second, index: third });
      }
    }
    return value;
  }

  /** The newest revision is read first, and stays. */
  #place(id: number, place: Place): void {
    if (!this.#places.has(id)) this.#places.set(id, place);
  }

  #readAt(at: number): PdfObject {
    const lexer = new PdfLexer(this.text, at);
    if (!lexer.match(/\s*\d{1,10}\s+\d{1,5}\s+obj/y)) throw new NotReadable('no object');
    const value = lexer.value();
    lexer.skipSpace();
    if (!(value instanceof PdfDictionary) || !lexer.match(/stream\r?\n/y)) return { value, stream: null };
    const length = this.resolve(value.entries.get('Length'));
    const start = lexer.at;
    const stated = typeof length === 'number' ? start + length : -1;
    const isRight = stated >= start && /^\s*endstream/.test(this.text.slice(stated, stated + 20));
    const end = isRight ? stated : this.text.indexOf('endstream', start);
    if (end < 0) throw new NotReadable('open stream');
    return { value, stream: this.#bytes.subarray(start, end) };
  }

  #readInside({ inside, index }: { inside: number; index: number }): PdfObject {
    const holder = this.#places.get(inside);
    const stream = holder && 'at' in holder ? this.object(inside) : null;
    if (!stream || !(stream.value instanceof PdfDictionary)) throw new NotReadable('no stream of objects');
    const lexer = new PdfLexer(inflateStream(stream).toString('latin1'));
    const offsets: number[] = [];
    for (let each = 0; each <= index; each++) {
      lexer.value();
      offsets.push(Number(lexer.value()));
    }
    lexer.at = Number(this.resolve(stream.value.entries.get('First'))) + (offsets[index] ?? 0);
    return { value: lexer.value(), stream: null };
  }

  /** As readers do with a broken file: every object that can be found, the last of a number counts. */
  #lookForObjects(): void {
    this.#places.clear();
    this.#objects.clear();
    for (const found of this.text.matchAll(/(?<![0-9])(\d{1,10})\s+\d{1,5}\s+obj\b/g))
      this.#places.set(Number(found[1]), { at: found.index });
    for (const found of this.text.matchAll(/\btrailer\b/g)) {
      try {
        const trailer = new PdfLexer(this.text, found.index + 'trailer'.length).value();
        if (trailer instanceof PdfDictionary) for (const [key, value] of trailer.entries) this.trailer.entries.set(key, value);
      } catch (error) {
        if (!(error instanceof NotReadable)) throw error;
      }
    }
    if (this.#hasPages()) return;
    for (const id of this.ids)
      if (this.name(this.dictionary(new PdfRef(id))?.entries.get('Type')) === 'Catalog') this.trailer.entries.set('Root', new PdfRef(id));
  }
}
