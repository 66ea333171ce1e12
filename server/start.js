import { register } from 'tsx/esm/api';

// This process reads sources; the processes that it starts read what is built.
register();
const { start } = await import('./start.ts');
await start();
