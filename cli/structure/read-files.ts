import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file with its path from the top of the repository. */
export type SourceFile = { path: string; text: string };

const folders = ['app', 'scoring', 'server', 'prisma', 'cli', 'bench'];
const generated = /(^|\/)(generated|paraglide|node_modules|build)$/;

export const isTest = (path: string): boolean => /\.(test|spec)\.tsx?$/.test(path);

/** Every TypeScript file under `root` that a person wrote, tests beside the code included. The folder `tests` is not read. */
export function readSourceFiles(root: string): SourceFile[] {
  const files: SourceFile[] = [];
  const visit = (folder: string) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!generated.test(path)) visit(path);
      } else if (/\.tsx?$/.test(entry.name)) files.push({ path, text: readFileSync(join(root, path), 'utf8') });
    }
  };
  for (const folder of folders.filter((name) => existsSync(join(root, name)))) visit(folder);
  return files;
}
