import { PrismaPg } from '@prisma/adapter-pg';
import type { Transaction } from '@prisma/driver-adapter-utils';

/**
 * Prisma's adapter of PostgreSQL, with the queries of a transaction one after the other. Prisma asks for several relations of a row at once, also within a
 * transaction, which has one connection: node-postgres queues them, warns, and will refuse them from version 9 on. What is answered is the same, in the same
 * order.
 */
export class OneAtATime extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (isolationLevel) => inTurn(await start(isolationLevel));
    return adapter;
  }
}

/** Lets each query of `transaction` begin when the one before has ended, however it ended. */
function inTurn(transaction: Transaction): Transaction {
  let last: Promise<unknown> = Promise.resolve();
  const wait = <Query, Answer>(ask: (query: Query) => Promise<Answer>) => {
    return (query: Query): Promise<Answer> => {
      const answer = last.then(() => ask(query));
      last = answer.catch(() => undefined);
      return answer;
    };
  };
  transaction.queryRaw = wait(transaction.queryRaw.bind(transaction));
  transaction.executeRaw = wait(transaction.executeRaw.bind(transaction));
  return transaction;
}
