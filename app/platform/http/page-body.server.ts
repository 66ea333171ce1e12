import { Writable } from 'node:stream';

const asleep = [
  ['<link rel="modulepreload"', '<link rel="later"'],
  [' type="module" async="">import ', ' type="text/later" async="">import '],
] as const;

/**
 * Lets the scripts that Remix writes sleep until the page is painted (`ui/later-scripts`). Text of people cannot be mistaken for one: its angle brackets and quotes are
 * escaped.
 */
function paintFirst(html: Buffer): Buffer {
  if (!asleep.some(([awake]) => html.includes(awake))) return html;
  return Buffer.from(
    asleep.reduce((text, [awake, sleeping]) => text.replaceAll(awake, sleeping), html.toString('latin1')),
    'latin1',
  );
}

/**
 * What React renders, as the body of a response. React writes pieces of two kilobytes and says `flush` when the browser should see them:
 * all pieces up to a flush travel as one, since each piece costs several hops between Node's streams and the web's.
 */
export class PageBody extends Writable {
  readonly #pieces: Uint8Array[] = [];
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  readonly stream: ReadableStream<Uint8Array>;

  /** `onLeave` runs when the reader goes away before the end. */
  constructor(onLeave: () => void) {
    super({ decodeStrings: true });
    this.stream = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.#controller = controller;
      },
      cancel: () => {
        this.#controller = undefined;
        onLeave();
      },
    });
  }

  override _write(piece: Buffer, _encoding: BufferEncoding, done: (error?: Error) => void): void {
    this.#pieces.push(piece);
    done();
  }

  /** Called by React after each part of the page that can be shown. */
  flush(): void {
    if (this.#pieces.length === 0) return;
    const sent = paintFirst(Buffer.concat(this.#pieces));
    this.#pieces.length = 0;
    this.#controller?.enqueue(sent);
  }

  override _final(done: (error?: Error) => void): void {
    this.flush();
    this.#controller?.close();
    this.#controller = undefined;
    done();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    if (error) this.#controller?.error(error);
    this.#controller = undefined;
    done(error);
  }
}
