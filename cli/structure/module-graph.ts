import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import { isTest, type SourceFile } from './read-files.ts';

/** Which modules each module imports. */
export type ModuleGraph = Map<string, Set<string>>;

/** `suppliers/sites` for a file of `app/suppliers/sites`; `suppliers` for a file of the district itself, such as its entry; null outside of districts. */
export function moduleOf(path: string, districts: readonly string[]): string | null {
  const [top, district = '', first = '', second] = path.split('/');
  if (top !== 'app' || !districts.includes(district)) return null;
  return second === undefined ? district : `${district}/${first}`;
}

function targetOf(from: string, specifier: string): string | null {
  if (specifier.startsWith('~/')) return `app/${specifier.slice(2)}`;
  return specifier.startsWith('.') ? normalize(join(dirname(from), specifier)) : null;
}

/** The imports between modules of the districts, those of types included, those of tests left out. */
export function moduleGraph(files: readonly SourceFile[], districts: readonly string[]): ModuleGraph {
  const graph: ModuleGraph = new Map();
  const entries = new Set(files.flatMap(({ path }) => /^(.+)\/index\.tsx?$/.exec(path)?.[1] ?? []));
  for (const { path, text } of files) {
    const from = moduleOf(path, districts);
    if (from === null || isTest(path)) continue;
    const targets = graph.get(from) ?? new Set();
    graph.set(from, targets);
    for (const { fileName } of ts.preProcessFile(text, true, false).importedFiles) {
      const target = targetOf(path, fileName);
      // A folder that is imported by its name is a module, not a file of its district.
      const to = target === null ? null : moduleOf(entries.has(target) ? `${target}/index` : target, districts);
      if (to !== null && to !== from) targets.add(to);
    }
  }
  return graph;
}

/** The cycles of a graph: its strongly connected components of two or more modules, the largest first (Tarjan). */
export function cyclesOf(graph: ModuleGraph): string[][] {
  const cycles: string[][] = [];
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const visit = (module: string): number => {
    const own = index.size;
    index.set(module, own);
    low.set(module, own);
    stack.push(module);
    for (const target of graph.get(module) ?? []) {
      const seen = index.get(target);
      const reached = seen === undefined ? visit(target) : stack.includes(target) ? seen : own;
      low.set(module, Math.min(low.get(module) ?? own, reached));
    }
    const lowest = low.get(module) ?? own;
    if (lowest === own) {
      const component = stack.splice(stack.indexOf(module));
      if (component.length > 1) cycles.push(component.sort());
    }
    return lowest;
  };
  for (const module of graph.keys()) if (!index.has(module)) visit(module);
  return cycles.sort((a, b) => b.length - a.length);
}
