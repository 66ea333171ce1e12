import { readFileSync } from 'node:fs';
import { type District, districtOf, districts } from './districts';
import { importsOf, isTest, type Source } from './sources';

/** The files of each district that others may import, as paths within the district. */
export type PublicFiles = ReadonlyMap<District, readonly string[]>;

export const readPublicFiles = (): PublicFiles =>
  new Map(districts.map((district) => [district, JSON.parse(readFileSync(`app/${district}/public.json`, 'utf8'))]));

/** Routes of a district may import any of its files, and one file registers what districts do for others. Tests and benchmarks are exempt. */
const isInside = (path: string, district: District): boolean =>
  districtOf(path) === district || path.startsWith(`app/routes/org/${district}/`) || path === 'app/registrations.server.ts';
const isFree = (path: string): boolean => isTest(path) || path.startsWith('bench/');

/** The files of each district that something outside imports, each with the files that do. */
export function importedFromOutside(sources: Source[]): Map<District, Map<string, string[]>> {
  const byPath = new Map(sources.map(({ path }) => [path.replace(/\.tsx?$/, ''), path]));
  const found = new Map<District, Map<string, string[]>>(districts.map((district) => [district, new Map()]));
  for (const source of sources.filter(({ path }) => !isFree(path)))
    for (const { target } of importsOf(source)) {
      const path = byPath.get(target) ?? byPath.get(`${target}/index`);
      const district = path === undefined ? null : districtOf(path);
      if (path === undefined || district === null || isInside(source.path, district)) continue;
      const files = found.get(district);
      const file = path.slice(`app/${district}/`.length);
      files?.set(file, [...(files.get(file) ?? []), source.path]);
    }
  return found;
}

/** A district is imported through the files that its `public.json` lists, and the list has no other file. */
export function publicFilesAreListed(sources: Source[], listed: PublicFiles): string[] {
  return [...importedFromOutside(sources)].flatMap(([district, files]) => {
    const names = listed.get(district) ?? [];
    const list = `app/${district}/public.json`;
    return [
      ...[...files].flatMap(([file, by]) =>
        names.includes(file) ? [] : by.map((path) => `${path}: imports ${file}, which ${list} does not list`),
      ),
      ...names.filter((name) => !files.has(name)).map((name) => `${list}: ${name} is imported by no other district`),
      ...names
        .filter((name, index) => index > 0 && name <= (names[index - 1] ?? ''))
        .map((name) => `${list}: ${name} is not in its place in the alphabet`),
    ];
  });
}
