import { writeString } from './write-string';
import { Written } from './written';

/** What an element says beyond its kind: ISO 32000-1, 14.7.2 and 14.9. `actual` is what it reads as, `bbox` its box on the page in points from the top. */
export type StructureOptions = {
  title?: string;
  lang?: string;
  alt?: string;
  actual?: string;
  bbox?: [left: number, top: number, right: number, bottom: number];
  placement?: 'Block' | 'Inline';
  scope?: 'Row' | 'Column' | 'Both';
};

/** A reference to an annotation, as pdfkit hands it to the element that it belongs to. */
type AnnotationReference = { annotationRef: PDFKit.PDFKitReference };
type Child = { page: PDFKit.PDFKitReference; mcid: number } | { page: PDFKit.PDFKitReference; annotation: PDFKit.PDFKitReference };

/**
 * The tree of tags. A long report has thousands of elements; pdfkit gives each an object that can be written to as a stream, and looks through all that
 * lies under one whenever one is added. These are only remembered, and written one after the other when the document is closed.
 */
export class StructureTree {
  readonly doc: PDFKit.PDFDocument;
  readonly root: StructureElement;
  readonly #elements: StructureElement[] = [];
  /** By key of the tree of parents: the elements that the content of a page belongs to, in the order of their numbers there, or the one of an annotation. */
  readonly #parents: (StructureElement[] | StructureElement)[] = [];
  readonly #pages = new Map<PDFKit.PDFKitReference, StructureElement[]>();

  constructor(doc: PDFKit.PDFDocument, rootType: string) {
    this.doc = doc;
    this.root = this.element(rootType, {}, null);
  }

  element(type: string, options: StructureOptions, parent: StructureElement | null): StructureElement {
    const element = new StructureElement(this, { id: this.doc._offsets.push(null), type, parent, attributes: this.#attributesOf(options) });
    this.#elements.push(element);
    return element;
  }

  /** Marks what `draw` puts on the current page as content of an element. */
  mark(element: StructureElement, draw: () => void): Child {
    const { dictionary: page } = this.doc.page;
    let owners = this.#pages.get(page);
    if (owners === undefined) {
      owners = [];
      this.#pages.set(page, owners);
      Object.assign(page.data, { StructParents: this.#parents.push(owners) - 1 });
    }
    const mcid = owners.push(element) - 1;
    this.doc.addContent(`/${element.type} <</MCID ${mcid}>> BDC`);
    draw();
    this.doc.addContent('EMC');
    return { page, mcid };
  }

  /** Makes an annotation of the current page one of an element. */
  annotate(element: StructureElement, annotation: PDFKit.PDFKitReference): Child {
    Object.assign(annotation.data, { StructParent: this.#parents.push(element) - 1 });
    return { page: this.doc.page.dictionary, annotation };
  }

  /** Writes the elements into the file and the root of the tree into the catalogue. Before the document is closed. */
  write(): void {
    const { data } = this.doc.getStructTreeRoot();
    const numbers = this.#parents.map((owner, key) => `${key} ${Array.isArray(owner) ? `[${owner.join(' ')}]` : owner}`);
    Object.assign(data, {
      K: new Written(`[${this.root}]`),
      ParentTree: new Written(`<</Nums [${numbers.join('\n')}]>>`),
      ParentTreeNextKey: this.#parents.length,
    });
    for (const element of this.#elements) {
      this.doc._offsets[element.id - 1] = this.doc._offset;
      this.doc._write(element.dictionary(element.parent ?? this.doc.getStructTreeRoot()));
    }
  }

  #attributesOf({ title, lang, alt, actual, bbox, placement, scope }: StructureOptions): string {
    let written = '';
    if (title) written += ` /T ${writeString(title)}`;
    if (lang) written += ` /Lang ${writeString(lang)}`;
    if (alt) written += ` /Alt ${writeString(alt)}`;
    if (actual) written += ` /ActualText ${writeString(actual)}`;
    if (scope) written += ` /A <</O /Table /Scope /${scope}>>`;
    if (!bbox && !placement) return written;
    const { height } = bbox ? this.doc.page : { height: 0 };
    const box = bbox ? [bbox[0], height - bbox[3], bbox[2], height - bbox[1]].map((value) => Math.round(value * 1_000) / 1_000) : null;
    return `${written} /A <</O /Layout /Placement /${placement ?? 'Block'}${box ? ` /BBox [${box.join(' ')}]` : ''}>>`;
  }
}

/** An element of the tree of tags. As text it is a reference to itself. */
export class StructureElement {
  readonly id: number;
  readonly type: string;
  readonly parent: StructureElement | null;
  readonly #tree: StructureTree;
  readonly #attributes: string;
  readonly #children: (StructureElement | Child)[] = [];

  constructor(tree: StructureTree, options: { id: number; type: string; parent: StructureElement | null; attributes: string }) {
    this.#tree = tree;
    this.id = options.id;
    this.type = options.type;
    this.parent = options.parent;
    this.#attributes = options.attributes;
    if (options.parent) options.parent.#children.push(this);
  }

  /** Adds what `child` draws now, or an annotation of the current page. */
  add(child: (() => void) | AnnotationReference): void {
    this.#children.push(typeof child === 'function' ? this.#tree.mark(this, child) : this.#tree.annotate(this, child.annotationRef));
  }

  toString(): string {
    return `${this.id} 0 R`;
  }

  /** The element as written in the file. Content on the page of the first is given by its number only. */
  dictionary(parent: { toString(): string }): string {
    let page: PDFKit.PDFKitReference | undefined;
    const children = this.#children.map((child) => {
      if (child instanceof StructureElement) return `${child}`;
      if ('annotation' in child) return `<</Type /OBJR /Obj ${child.annotation} /Pg ${child.page}>>`;
      page ??= child.page;
      return page === child.page ? `${child.mcid}` : `<</Type /MCR /Pg ${child.page} /MCID ${child.mcid}>>`;
    });
    const on = page ? ` /Pg ${page}` : '';
    return `${this.id} 0 obj\n<</S /${this.type} /P ${parent}${on}${this.#attributes} /K [${children.join(' ')}]>>\nendobj`;
  }
}
