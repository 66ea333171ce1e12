/** Wraps text already in PDF syntax for a pdfkit dictionary: pdfkit writes unknown objects as text. */
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
