/** Stands in a dictionary of pdfkit for what is written already: it writes as text what it does not know as a plain object. */
export class Written {
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  get [Symbol.toStringTag](): string {
    return 'Written';
  }
  toString(): string {
    return this.#text;
  }
}
