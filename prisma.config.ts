import { delimiter, dirname, join } from 'node:path';
import { defineConfig } from 'prisma/config';

// Generating the client needs no native engine; the command only insists that a path exists.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;
// The generators are commands of node_modules, run by this Node, however the command itself was started.
process.env.PATH = [join(import.meta.dirname, 'node_modules', '.bin'), dirname(process.execPath), process.env.PATH].join(delimiter);

export default defineConfig({ schema: 'prisma/schema.prisma' });
