import { registerFindings } from '~/findings/register.server';
import { registerLending } from '~/lending/register.server';
import { registerRisk } from '~/risk/register.server';

// Imported once by every process that runs use cases: the web process, the worker, the seed, benchmarks and tests.
registerFindings();
registerRisk();
registerLending();
