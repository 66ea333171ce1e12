import { readdirSync, readFileSync } from 'node:fs';
import { districts } from '../architecture/districts';

/** The names that routes and modules use for fields and query parameters, from the sources. */
export function namesInSources(): { queryNames: string[]; fieldNames: string[] } {
  const [queryNames, fieldNames] = [new Set<string>(), new Set<string>()];
  for (const folder of ['app/routes', 'app/ui', ...districts.map((district) => `app/${district}`)])
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(file) || /\.test\./.test(file)) continue;
      const source = readFileSync(`${folder}/${file}`, 'utf8');
      const isOfAddress = /searchParams|useSearchParams/.test(source);
      for (const [, name = ''] of source.matchAll(/\b(?:get|getAll|has|sent|filled\(form,)\(?\s*'([\w.:-]+)'/g))
        (isOfAddress ? queryNames : fieldNames).add(name);
      for (const [, name = ''] of source.matchAll(/\bname="([\w.:-]+)"/g)) fieldNames.add(name);
      for (const [, name = ''] of source.matchAll(/z\.literal\('([\w.:-]+)'\)/g)) fieldNames.add(name);
      if (/safeParse\(Object\.fromEntries\(/.test(source) || isOfAddress)
        for (const [, name = ''] of source.matchAll(/^\s+(\w+): z\./gm)) queryNames.add(name);
    }
  for (const name of ['_data', '_routes', 'index', 'redirectTo']) queryNames.add(name);
  return { queryNames: [...queryNames].sort(), fieldNames: [...fieldNames, 'intent'].sort() };
}
