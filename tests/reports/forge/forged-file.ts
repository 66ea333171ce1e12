import { deflateSync, inflateSync } from 'node:zlib';

type Part = { head: string; stream: Buffer | null };

/** A genuine document taken apart, changed as by a forger, and written again in full with valid offsets and lengths. */
export class ForgedFile {
  readonly parts = new Map<number, Part>();
  trailer: string;

  constructor(bytes: Buffer) {
    const text = bytes.toString('latin1');
    const table = text.lastIndexOf('\nxref\n');
    let at = text.indexOf('\n', text.indexOf('\n') + 1) + 1;
    while (at <= table) {
      const opened = /^(\d+) 0 obj\n/.exec(text.slice(at, at + 20));
      if (!opened) throw new Error(`No object at ${at}.`);
      const start = at + opened[0].length;
      let close = text.indexOf('\nendobj\n', start);
      let head = text.slice(start, close);
      let stream: Buffer | null = null;
      const cut = head.indexOf('\nstream\n');
      if (cut >= 0) {
        head = head.slice(0, cut);
        const length = Number(/\/Length (\d+)/.exec(head)?.[1]);
        const from = start + cut + '\nstream\n'.length;
        stream = bytes.subarray(from, from + length);
        close = text.indexOf('\nendobj\n', from + length);
      }
      this.parts.set(Number(opened[1]), { head, stream });
      at = close + '\nendobj\n'.length;
    }
    this.trailer = text.slice(text.indexOf('trailer\n', table) + 'trailer\n'.length, text.lastIndexOf('\nstartxref\n'));
  }

  /** The object whose value matches. */
  find(pattern: RegExp): number {
    for (const [id, { head }] of this.parts) if (pattern.test(head)) return id;
    throw new Error(`Nothing matches ${pattern}.`);
  }

  has(pattern: RegExp): boolean {
    return [...this.parts.values()].some(({ head }) => pattern.test(head));
  }

  part(id: number): Part {
    const part = this.parts.get(id);
    if (!part) throw new Error(`No object ${id}.`);
    return part;
  }

  edit(id: number, change: (head: string) => string): void {
    const part = this.part(id);
    const changed = change(part.head);
    if (changed === part.head) throw new Error(`Nothing changed in ${part.head.slice(0, 200)}`);
    part.head = changed;
  }

  body(id: number): Buffer {
    const { head, stream } = this.part(id);
    if (!stream) throw new Error(`Object ${id} is no stream.`);
    return head.includes('/FlateDecode') ? inflateSync(stream) : stream;
  }

  setBody(id: number, body: Buffer | string): void {
    const part = this.part(id);
    const bytes = Buffer.from(body as Buffer);
    part.stream = part.head.includes('/FlateDecode') ? deflateSync(bytes) : bytes;
    part.head = part.head.replace(/\/Length \d+/, `/Length ${part.stream.length}`);
  }

  add(head: string, body?: Buffer | string): number {
    const id = Math.max(...this.parts.keys()) + 1;
    this.parts.set(id, { head: body === undefined ? head : head.replace(/>>$/, '/Length 0\n/Filter /FlateDecode\n>>'), stream: null });
    if (body !== undefined) {
      this.part(id).stream = Buffer.alloc(0);
      this.setBody(id, body);
    }
    return id;
  }

  get pages(): number[] {
    const kids = /\/Kids \[([^\]]*)\]/.exec(this.part(this.pageTree).head)?.[1] ?? '';
    return [...kids.matchAll(/(\d+) 0 R/g)].map(([, id]) => Number(id));
  }

  set pages(ids: readonly number[]) {
    this.edit(this.pageTree, (head) =>
      head.replace(/\/Kids \[[^\]]*\]/, `/Kids [${ids.map((id) => `${id} 0 R`).join(' ')}]`).replace(/\/Count \d+/, `/Count ${ids.length}`),
    );
  }

  get pageTree(): number {
    return this.find(/\/Type \/Pages\b/);
  }

  get catalog(): number {
    return this.find(/\/Type \/Catalog\b/);
  }

  contentOf(page: number): number {
    return Number(/\/Contents (\d+) 0 R/.exec(this.part(page).head)?.[1]);
  }

  write(): Buffer {
    const chunks: Buffer[] = [Buffer.from('%PDF-1.7\n%\xff\xff\xff\xff\n', 'latin1')];
    let at = chunks[0]?.length ?? 0;
    const offsets = new Map<number, number>();
    const push = (chunk: Buffer) => {
      chunks.push(chunk);
      at += chunk.length;
    };
    for (const [id, { head, stream }] of this.parts) {
      offsets.set(id, at);
      push(Buffer.from(`${id} 0 obj\n${head}\n`, 'latin1'));
      if (stream) push(Buffer.concat([Buffer.from('stream\n'), stream, Buffer.from('\nendstream\n')]));
      push(Buffer.from('endobj\n'));
    }
    const most = Math.max(...this.parts.keys());
    const rows = Array.from({ length: most }, (_, index) => `${String(offsets.get(index + 1) ?? 0).padStart(10, '0')} 00000 n \n`);
    const table = `xref\n0 ${most + 1}\n0000000000 65535 f \n${rows.join('')}trailer\n`;
    const trailer = this.trailer.replace(/\/Size \d+/, `/Size ${most + 1}`);
    push(Buffer.from(`${table}${trailer}\nstartxref\n${at}\n%%EOF\n`, 'latin1'));
    return Buffer.concat(chunks);
  }
}

/** Appends a revision, as programs do that change a file without touching its signed part. */
export function appendUpdate(bytes: Buffer, objects: ReadonlyMap<number, string>): Buffer {
  const text = bytes.toString('latin1');
  const previous = /startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1] ?? '0';
  const trailer = text.slice(text.lastIndexOf('trailer\n') + 'trailer\n'.length, text.lastIndexOf('\nstartxref\n'));
  let added = '';
  let table = 'xref\n';
  for (const [id, head] of objects) {
    table += `${id} 1\n${String(bytes.length + added.length).padStart(10, '0')} 00000 n \n`;
    added += `${id} 0 obj\n${head}\nendobj\n`;
  }
  const at = bytes.length + added.length;
  const end = `${table}trailer\n${trailer.replace(/>>\s*$/, `/Prev ${previous}\n>>`)}\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([bytes, Buffer.from(added + end, 'latin1')]);
}
