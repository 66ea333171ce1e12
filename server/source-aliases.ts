import { fileURLToPath } from 'node:url';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The paths of tsconfig.json. A plugin that reads them from there looks for every import in the file system, which takes a tenth of the time of a build. */
export const sourceAliases = { '~': at('../app'), '#scoring': at('../scoring/index.ts') };
