import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findInProject } from '~/platform/files/find-in-project.server';
import { guidePages, guideRoles } from './guide-address';
import { type Block, parseGuide } from './parse-guide';
import { textOf } from './parse-inline';

export type Guide = { title: string; blocks: Block[]; folder: string };

/** Every page that is shown, by its address below `/guides`: nothing else is read from the disk. */
function filesByAddress(docs: string): Map<string, string> {
  const files = new Map([['', 'index.md'], ...guidePages.map((page) => [page, `${page}.md`] as const)]);
  for (const role of guideRoles)
    for (const name of readdirSync(join(docs, 'guides', role)))
      if (name.endsWith('.md')) files.set(name === 'index.md' ? role : `${role}/${name.slice(0, -3)}`, `guides/${role}/${name}`);
  return files;
}

let known: { docs: string; files: Map<string, string>; pictures: ReadonlySet<string> } | null = null;
const read = new Map<string, Guide>();

function knownFiles() {
  if (known) return known;
  const docs = findInProject('docs', 'guides').slice(0, -'/guides'.length);
  known = { docs, files: filesByAddress(docs), pictures: new Set(readdirSync(join(docs, 'public', 'pictures'))) };
  return known;
}

/** Addresses of all pages, below `/guides`. */
export const guideAddresses = () => [...knownFiles().files.keys()];

/** A page of the guides by its address below `/guides`; null without such a page. */
export function readGuide(address: string): Guide | null {
  const { docs, files } = knownFiles();
  const file = files.get(address);
  if (file === undefined) return null;
  const before = read.get(address);
  if (before) return before;
  const blocks = parseGuide(readFileSync(join(docs, file), 'utf8'));
  const heading = blocks.find((block) => block.kind === 'heading' && block.level === 1);
  const title = heading?.kind === 'heading' ? textOf(heading.content) : address;
  const guide = { title, blocks: blocks.filter((block) => block !== heading), folder: file.slice(0, file.lastIndexOf('/') + 1) };
  read.set(address, guide);
  return guide;
}

/** A picture of the guides; null without one of this name. */
export function readGuidePicture(name: string): Buffer | null {
  const { docs, pictures } = knownFiles();
  return pictures.has(name) ? readFileSync(join(docs, 'public', 'pictures', name)) : null;
}
