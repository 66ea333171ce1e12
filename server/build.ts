import { buildApp, generate } from './build-app';

// `npm run build`; with --generate only the database client and the messages, as `npm run typecheck` needs them.
if (process.argv.includes('--generate')) await generate();
else console.log((await buildApp(console.log)) ? 'Built.' : 'Nothing changed since the last build.');
