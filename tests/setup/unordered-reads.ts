import { vi } from 'vitest';
import { turnUnordered } from './turn-unordered';

// PostgreSQL gives rows that were asked for in no order as they lie: as they were written, until a table was cleaned up. In tests they come backwards, so that
// what hangs on it fails at once and not one day.
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
