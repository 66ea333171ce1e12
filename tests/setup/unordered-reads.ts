import { vi } from 'vitest';
import { turnUnordered } from './turn-unordered';

// PostgreSQL returns unordered rows as stored: as they were written, until a table was vacuumed. In tests they are reversed, so that
// code that depends on the order fails at once.
vi.mock('~/access/generated/client', async (original) => {
  const real = await original<typeof import('~/access/generated/client')>();
  function PrismaClient(options: ConstructorParameters<typeof real.PrismaClient>[0]) {
    return new real.PrismaClient(options).$extends({
      query: {
        $allModels: {
          async $allOperations({ operation, args, query }) {
            const result: unknown = await query(args);
            return reads.has(operation) ? turnUnordered(args, result) : result;
          },
        },
      },
    });
  }
  return { ...real, PrismaClient };
});

const reads: ReadonlySet<string> = new Set(['findMany', 'findFirst', 'findFirstOrThrow', 'findUnique', 'findUniqueOrThrow', 'groupBy']);
