import { register } from 'tsx/esm/api';

// Sources are compiled as they are read, until what is built takes over: the server's thirty megabytes, compiled once more, took a gigabyte and most of the start.
const readSourcesNoMore = register();
const { start } = await import('./start.ts');
await start({ readSourcesNoMore });
