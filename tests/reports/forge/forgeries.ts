import type { FindingKind } from '~/documents/verification/compare/findings';
import { appendUpdate, ForgedFile } from './forged-file';

/** A genuine report, and the material of a forger. `other`: another genuine report. */
export type Genuine = { bytes: Buffer; isSigned: boolean; other: Buffer };
/** `found`: the expected result of both verifiers. Null where a report has nothing to forge in this way. */
export type Forgery = { way: string; found: FindingKind; forge: (genuine: Genuine) => Buffer | null };

const edited = (bytes: Buffer, change: (file: ForgedFile) => void): Buffer => {
  const file = new ForgedFile(bytes);
  change(file);
  return file.write();
};
const way = (title: string, found: FindingKind, change: (file: ForgedFile, genuine: Genuine) => void): Forgery => ({
  ...{ way: title, found },
  forge: (genuine) => edited(genuine.bytes, (file) => change(file, genuine)),
});
const reordered = (title: string, found: FindingKind, order: (pages: number[]) => number[]): Forgery => ({
  ...{ way: title, found },
  forge: ({ bytes }) => {
    const file = new ForgedFile(bytes);
    const pages = order(file.pages);
    if (pages.length === 0 || pages.join() === file.pages.join()) return null;
    file.pages = pages;
    return file.write();
  },
});

const attachment = (file: ForgedFile) => file.find(/\/Type \/EmbeddedFile/);
const changeData = (file: ForgedFile, change: (data: Record<string, unknown>) => Record<string, unknown>) =>
  file.setBody(attachment(file), JSON.stringify(change(JSON.parse(file.body(attachment(file)).toString('utf8')))));
const lastPage = (file: ForgedFile): number => file.pages.at(-1) ?? 0;
const draw = (file: ForgedFile, page: number, operators: (before: string) => string) =>
  file.setBody(file.contentOf(page), Buffer.from(operators(file.body(file.contentOf(page)).toString('latin1')), 'latin1'));
const annotate = (file: ForgedFile, page: number, annotation: string) => {
  const id = file.add(annotation);
  file.edit(page, (head) =>
    head.includes('/Annots [') ? head.replace('/Annots [', `/Annots [${id} 0 R `) : head.replace(/>>$/, `/Annots [${id} 0 R]\n>>`),
  );
};
/** Removes the signature, and every trace of it. */
const strip = (file: ForgedFile) => {
  file.edit(file.catalog, (head) => head.replace(/\/AcroForm \d+ 0 R\n/, ''));
  const widget = file.find(/\/FT \/Sig/);
  const page = file.find(new RegExp(`/Annots \\[[^\\]]*\\b${widget} 0 R`));
  file.edit(page, (head) => head.replace(new RegExp(` ?\\b${widget} 0 R`), ''));
  for (const pattern of [/\/Type \/Sig\b/, /\/FT \/Sig/, /\/SigFlags/]) file.part(file.find(pattern)).head = 'null';
};

/** Ways to forge a report, each of which results in a file that opens without an error. */
export const forgeries: readonly Forgery[] = [
  reordered('three pages removed', 'pages-removed', (pages) => (pages.length > 3 ? [...pages.slice(0, 1), ...pages.slice(4)] : [])),
  reordered('the last page removed', 'pages-removed', (pages) => pages.slice(0, -1)),
  reordered('the cover removed', 'pages-removed', (pages) => pages.slice(1)),
  reordered('a page repeated', 'pages-added', (pages) => [...pages, ...pages.slice(0, 1)]),
  reordered('two pages swapped', 'pages-moved', ([first = 0, second = 0, ...more]) => (second ? [second, first, ...more] : [])),
  reordered('pages in reverse order', 'pages-moved', (pages) => [...pages].reverse()),
  way('an own page added', 'pages-added', (file) => {
    const content = file.add('<<\n>>', 'q 0 0 0 rg 100 100 200 200 re f Q');
    const page = file.add(
      `<<\n/Type /Page\n/Parent ${file.pageTree} 0 R\n/MediaBox [0 0 595.28 841.89]\n/Contents ${content} 0 R\n/Resources <<>>\n>>`,
    );
    file.pages = [...file.pages, page];
  }),
  way('text of a page changed', 'pages-changed', (file) =>
    draw(file, lastPage(file), (before) => before.replace(/<([0-9a-f]{4})([0-9a-f]{4})/, '<$2$1').replace(/<([0-9a-f]{4})>/, '<$1$1>')),
  ),
  way('a figure painted over', 'pages-changed', (file) =>
    draw(file, lastPage(file), (before) => `${before}\nq 1 1 1 rg 60 60 200 90 re f Q\n`),
  ),
  way('the content of a page removed', 'pages-changed', (file) => draw(file, file.pages[0] ?? 0, () => 'q Q\n')),
  way('a page cropped so that part of it is hidden', 'pages-changed', (file) =>
    file.edit(lastPage(file), (head) => head.replace(/>>$/, '/CropBox [0 400 595.28 841.89]\n>>')),
  ),
  way('a page turned upside down', 'pages-changed', (file) => file.edit(lastPage(file), (head) => head.replace(/>>$/, '/Rotate 180\n>>'))),
  way('glyphs of a font exchanged', 'pages-changed', (file) => {
    const font = file.find(/\/Type \/Font\b[\s\S]*\/CIDToGIDMap \/Identity/);
    const map = file.add('<<\n>>', Buffer.alloc(512, 3));
    file.edit(font, (head) => head.replace('/CIDToGIDMap /Identity', `/CIDToGIDMap ${map} 0 R`));
  }),
  way('a note laid over a page', 'annotations-changed', (file) =>
    annotate(file, lastPage(file), '<<\n/Type /Annot\n/Subtype /Square\n/Rect [50 50 500 700]\n/IC [1 1 1]\n/F 4\n>>'),
  ),
  way('a link to another address added', 'annotations-changed', (file) =>
    annotate(
      file,
      file.pages[0] ?? 0,
      '<<\n/Type /Annot\n/Subtype /Link\n/Rect [0 0 595 841]\n/Border [0 0 0]\n/A <<\n/S /URI\n/URI (https://example.org/verify)\n>>\n>>',
    ),
  ),
  way('data changed', 'data-changed', (file) =>
    changeData(file, (data) => ({ ...data, preparedAt: '2020-01-01T00:00:00.000Z', asOf: '2020-01-01' })),
  ),
  way('an own hash in the data', 'data-changed', (file) => changeData(file, (data) => ({ ...data, hash: '0'.repeat(64) }))),
  way('another report’s data inside', 'other-report', (file, { other }) => {
    const beside = new ForgedFile(other);
    file.setBody(attachment(file), beside.body(attachment(beside)));
  }),
  way('another report’s pages around the data', 'other-report', (file, { other }) => {
    const beside = new ForgedFile(other);
    const data = file.body(attachment(file));
    beside.setBody(attachment(beside), data);
    file.parts.clear();
    for (const [id, part] of beside.parts) file.parts.set(id, part);
    file.trailer = beside.trailer;
  }),
  way('the data formatted differently', 'attachment-changed', (file) =>
    file.setBody(attachment(file), `${JSON.stringify(JSON.parse(file.body(attachment(file)).toString('utf8')), null, 1)}\n`),
  ),
  way('a second file inside', 'attachment-added', (file) => {
    const held = file.add('<<\n/Type /EmbeddedFile\n>>', 'a program');
    const named = file.add(`<<\n/Type /Filespec\n/F (invoice.exe)\n/EF <<\n/F ${held} 0 R\n>>\n>>`);
    annotate(file, lastPage(file), `<<\n/Type /Annot\n/Subtype /FileAttachment\n/Rect [10 10 30 30]\n/FS ${named} 0 R\n>>`);
  }),
  way('a script that runs when the file is opened', 'active-content', (file) => {
    const script = file.add('<<\n/S /JavaScript\n/JS (app.alert\\(1\\))\n>>');
    file.edit(file.catalog, (head) => head.replace(/>>$/, `/OpenAction ${script} 0 R\n>>`));
  }),
  way('a program started by a click', 'active-content', (file) =>
    annotate(file, lastPage(file), '<<\n/Type /Annot\n/Subtype /Link\n/Rect [0 0 90 90]\n/A <<\n/S /Launch\n/F (cmd.exe)\n>>\n>>'),
  ),
  way('encryption declared', 'encrypted', (file) => {
    const lock = file.add('<<\n/Filter /Standard\n/V 1\n/R 2\n/O (0)\n/U (0)\n/P -4\n>>');
    file.trailer = file.trailer.replace(/>>$/, `/Encrypt ${lock} 0 R\n>>`);
  }),
  way('another author stated', 'metadata-changed', (file) => {
    const author = Number(/\/Author (\d+) 0 R/.exec(file.part(file.find(/\/Author \d+ 0 R/)).head)?.[1]);
    file.edit(author, () => '(Somebody else)');
  }),
  way('another text alternative for screen readers', 'tags-changed', (file) => {
    const id = file.find(/^<<\/S \/\w+ \/P/);
    file.edit(id, (head) => head.replace(/ \/P /, ' /ActualText (No findings) /P '));
  }),
  way('an object hidden behind the others', 'other-part-changed', (file) => void file.add('<<\n/Hidden true\n>>')),
  {
    way: 'an update appended that shows another page',
    found: 'update-appended',
    forge: ({ bytes }) => {
      const file = new ForgedFile(bytes);
      const page = lastPage(file);
      return appendUpdate(bytes, new Map([[page, file.part(page).head.replace(/>>$/, '/Rotate 90\n>>')]]));
    },
  },
  {
    way: 'an update appended that takes pages away',
    found: 'update-appended',
    forge: ({ bytes }) => {
      const file = new ForgedFile(bytes);
      file.pages = file.pages.slice(0, -1);
      return appendUpdate(bytes, new Map([[file.pageTree, file.part(file.pageTree).head]]));
    },
  },
  { way: 'something appended', found: 'update-appended', forge: ({ bytes }) => Buffer.concat([bytes, Buffer.from('% a remark\n')]) },
  {
    way: 'a second object of the same number, which some programs read',
    found: 'rewritten',
    forge: ({ bytes }) => {
      const text = bytes.toString('latin1');
      const file = new ForgedFile(bytes);
      const twin = `${file.pageTree} 0 obj\n<<\n/Type /Pages\n/Count 0\n/Kids []\n>>\nendobj\n`;
      const table = text.lastIndexOf('\nxref\n') + 1;
      const moved = text.slice(table).replace(/startxref\n\d+/, `startxref\n${table + twin.length}`);
      return Buffer.from(text.slice(0, table) + twin + moved, 'latin1');
    },
  },
  {
    way: 'the signature taken out',
    found: 'other-part-changed',
    forge: ({ bytes, isSigned }) => (isSigned ? edited(bytes, strip) : null),
  },
  {
    way: 'the signature emptied',
    found: 'signature-broken',
    forge: ({ bytes, isSigned }) =>
      isSigned
        ? Buffer.from(
            bytes.toString('latin1').replace(/(\/Contents <)[0-9a-f]+/, (all, open: string) => open + '0'.repeat(all.length - open.length)),
            'latin1',
          )
        : null,
  },
  {
    way: 'a signature field without a signature',
    found: 'signature-removed',
    forge: ({ bytes, isSigned }) =>
      isSigned
        ? edited(bytes, (file) =>
            file.edit(file.find(/\/Type \/Sig\b/), (head) => head.replace(/\/ByteRange \[[^\]]*\] *\n\/Contents <[0-9a-f]*>\n/, '')),
          )
        : null,
  },
  {
    way: 'the signature of another file',
    found: 'signature-broken',
    forge: ({ bytes, isSigned, other }) => {
      const theirs = /\/Contents <([0-9a-f]+)>/.exec(other.toString('latin1'))?.[1];
      if (!isSigned || !theirs) return null;
      return Buffer.from(bytes.toString('latin1').replace(/(\/Contents <)[0-9a-f]+/, `$1${theirs}`), 'latin1');
    },
  },
  {
    way: 'a byte behind the signature, where it covers nothing',
    found: 'signature-broken',
    forge: ({ bytes, isSigned }) =>
      isSigned ? Buffer.from(bytes.toString('latin1').replace(/(\/Contents <[0-9a-f]+)00>/, '$1ff>'), 'latin1') : null,
  },
  {
    way: 'a letter of the reason changed after signing',
    found: 'signature-broken',
    forge: ({ bytes, isSigned }) =>
      isSigned ? Buffer.from(bytes.toString('latin1').replace('/Reason (Report approved)', '/Reason (Report approvef)'), 'latin1') : null,
  },
];
