import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file or folder by its path from the root of the project, looked for upwards from here and from the working directory: the server build moves this file. */
export function findInProject(...parts: string[]): string {
  const places = [path.dirname(fileURLToPath(import.meta.url)), process.cwd()]
    .flatMap(ancestors)
    .map((folder) => path.join(folder, ...parts));
  const found = places.find((place) => existsSync(place));
  if (found === undefined) throw new Error(`${path.join(...parts)} is missing`);
  return found;
}

function ancestors(folder: string): string[] {
  const parent = path.dirname(folder);
  return parent === folder ? [folder] : [folder, ...ancestors(parent)];
}
