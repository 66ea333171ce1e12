import { defineConfig } from 'prisma/config';

// Generating the client needs no native engine; the command only insists that a path exists.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({ schema: 'prisma/schema.prisma' });
