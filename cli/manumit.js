#!/usr/bin/env node
// `npx manumit`: runs the TypeScript of this checkout with tsx, from whatever folder it is called in.
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Manumit needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(2);
}
register({ tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)) });
// Report messages are compiled from app/locales; a fresh checkout does not have them yet.
const { generateMessages } = await import('../server/build-app.ts');
await generateMessages();
const { runManumit } = await import('./assess/command.ts');
process.exitCode = await runManumit(process.argv.slice(2));
