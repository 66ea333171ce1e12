import { byteRangeHole, type SignatureField, type Signable, signatureBytes } from './signature-field.server';

/** What an appended revision needs of the one before it. */
type Before = { offsets: Map<number, number>; size: number; root: string; info: string; id: string; start: number };

/**
 * Adds a signature field to a signed document, as a revision behind it (ISO 32000-1, 7.5.6): not one byte of the document changes, so that the signatures in it
 * stay valid. The same document and field give the same bytes, by which a reader tells this revision from any other. @throws for a document of another program
 */
export function appendSignatureField(document: Buffer, { name, reason, at }: SignatureField): Signable {
  const text = document.toString('latin1');
  const before = readBefore(text);
  const form = numberAfter(text, before, rootOf(before), '/AcroForm ');
  const formText = objectAt(text, before, form);
  const widgets = [...(/\/Fields \[([^\]]*)\]/.exec(formText)?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map(([, id]) => Number(id));
  const [first] = widgets;
  if (first === undefined) throw new Error('The document has no signature field.');
  const page = numberAfter(text, before, first, '/P ');
  const pageText = objectAt(text, before, page);
  if (!/\/Annots \[/.test(pageText)) throw new Error('The page has no fields.');
  const [signature, widget] = [before.size, before.size + 1];
  const placeholder = `/ByteRange [0 /${byteRangeHole} /${byteRangeHole} /${byteRangeHole}]`;
  const contents = '0'.repeat(signatureBytes * 2);
  const objects: [number, string][] = [
    [
      signature,
      `<<\n/Type /Sig\n/Filter /Adobe.PPKLite\n/SubFilter /ETSI.CAdES.detached\n${placeholder}\n/Contents <${contents}>\n/Name ${hexText(name)}\n/Reason ${hexText(reason)}\n/M (D:${dateOf(at)})\n>>`,
    ],
    [
      widget,
      `<<\n/Type /Annot\n/Subtype /Widget\n/FT /Sig\n/Rect [0 0 0 0]\n/F 132\n/T (Signature${widgets.length + 1})\n/P ${page} 0 R\n/V ${signature} 0 R\n>>`,
    ],
    [page, pageText.replace(/\/Annots \[([^\]]*)\]/, (_, known: string) => `/Annots [${known} ${widget} 0 R]`)],
    [form, formText.replace(/\/Fields \[([^\]]*)\]/, (_, known: string) => `/Fields [${known} ${widget} 0 R]`)],
  ];
  let added = '';
  const places = new Map<number, number>();
  for (const [id, value] of objects) {
    places.set(id, document.length + added.length);
    added += `${id} 0 obj\n${value}\nendobj\n`;
  }
  const table = document.length + added.length;
  const rows = [...places].sort(([a], [b]) => a - b).map(([id, place]) => `${id} 1\n${String(place).padStart(10, '0')} 00000 n \n`);
  added += `xref\n${rows.join('')}trailer\n<<\n/Size ${before.size + 2}\n/Root ${before.root}\n/Info ${before.info}\n/ID ${before.id}\n/Prev ${before.start}\n>>\nstartxref\n${table}\n%%EOF\n`;
  const bytes = Buffer.concat([document, Buffer.from(added, 'latin1')]);
  const range = bytes.indexOf(placeholder, document.length);
  const start = bytes.indexOf('/Contents <', range) + '/Contents <'.length - 1;
  const end = start + signatureBytes * 2 + 2;
  bytes.write(`/ByteRange [0 ${start} ${end} ${bytes.length - end}]`.padEnd(placeholder.length), range, 'latin1');
  return { bytes, start, end, covered: Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]) };
}

const rootOf = ({ root }: Before): number => Number.parseInt(root, 10);

/** Every object's place, the newest revision first, and the newest trailer. */
function readBefore(text: string): Before {
  const offsets = new Map<number, number>();
  const newest = Number(/startxref\n(\d{1,10})\n%%EOF\n$/.exec(text.slice(-40))?.[1] ?? Number.NaN);
  let trailer = '';
  const seen = new Set<number>();
  for (let at: number | null = newest; at !== null; ) {
    if (!text.startsWith('xref\n', at) || seen.has(at) || seen.size > 20) throw new Error('The document has no table of objects.');
    seen.add(at);
    const own = text.slice(at + 'xref\n'.length, text.indexOf('startxref\n', at));
    let id = 0;
    for (const line of own.slice(0, own.indexOf('trailer\n')).split('\n')) {
      const section = /^(\d+) \d+$/.exec(line);
      if (section) id = Number(section[1]);
      const row = /^(\d{10}) \d{5} ([nf]) $/.exec(line);
      if (!row) continue;
      if (row[2] === 'n' && !offsets.has(id)) offsets.set(id, Number(row[1]));
      id += 1;
    }
    const said = own.slice(own.indexOf('trailer\n'));
    if (trailer === '') trailer = said;
    const previous = /\/Prev (\d{1,10})\n/.exec(said)?.[1];
    at = previous === undefined ? null : Number(previous);
  }
  const said = (pattern: RegExp) => {
    const found = pattern.exec(trailer)?.[1];
    if (found === undefined) throw new Error('The document has another trailer than ours.');
    return found;
  };
  return {
    ...{ offsets, start: newest, size: Number(said(/\/Size (\d{1,10})\n/)) },
    ...{ root: said(/\/Root (\d+ 0 R)\n/), info: said(/\/Info (\d+ 0 R)\n/), id: said(/\/ID (\[<[0-9a-f]+> <[0-9a-f]+>\])\n/) },
  };
}

/** The value of an object without its frame. */
function objectAt(text: string, { offsets }: Before, id: number): string {
  const at = offsets.get(id);
  const head = `${id} 0 obj\n`;
  if (at === undefined || !text.startsWith(head, at)) throw new Error(`The document has no object ${id}.`);
  return text.slice(at + head.length, text.indexOf('\nendobj\n', at));
}

function numberAfter(text: string, before: Before, id: number, name: string): number {
  const own = objectAt(text, before, id);
  const found = new RegExp(`(?:^|[\\n ])${name.replace('/', '\\/')}(\\d+) 0 R`).exec(own)?.[1];
  if (found === undefined) throw new Error(`Object ${id} names no ${name.trim()}.`);
  return Number(found);
}

/** A text string in UTF-16, whatever its characters: names are of every script. */
const hexText = (text: string): string => `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;

/** "20261126100000Z" */
const dateOf = (at: Date): string => `${at.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`;
