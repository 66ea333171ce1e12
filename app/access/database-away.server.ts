/** Codes of PostgreSQL and Prisma that say that there was no database to ask, or that it went while it was asked. */
const away = /^(?:57P0[1-3]|08\d{3}|P1001|P1002|P1008|P1017)$/;
/** Codes of Node that say the same of whatever was asked. */
const unreachable = /^(?:ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EPIPE|EAI_AGAIN|EHOSTUNREACH)$/;

type Known = { name: string; code: string; message: string };

/** An error and what caused it, the outermost first. */
function chainOf(error: unknown): Known[] {
  const chain: Known[] = [];
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const visit = (each: unknown) => {
    if (typeof each !== 'object' || each === null || chain.length > 5) return;
    const { name, code, message, cause, meta } = each as Record<string, unknown>;
    chain.push({ name: text(name), code: text(code), message: text(message) });
    visit(cause);
    if (typeof meta === 'object' && meta !== null && 'driverAdapterError' in meta) visit(meta.driverAdapterError);
  };
  visit(error);
  return chain;
}

const isAway = ({ code, message }: Known): boolean =>
  away.test(code) ||
  /^Connection terminated|Can't reach database server|Client has encountered a connection error|Database error\. Code: `57P0[1-3]`/m.test(
    message,
  );

/** Whether an error says that what was asked is not there: for errors of which it is known that the database was. */
export const isUnreachable = (error: unknown): boolean => chainOf(error).some((each) => isAway(each) || unreachable.test(each.code));

/** Whether an error says that the database is unreachable. An unreachable mail server or file store does not count. */
export function isDatabaseAway(error: unknown): boolean {
  const chain = chainOf(error);
  const isOfDatabase = chain.some(({ name }) => /^(?:Prisma|DriverAdapterError)/.test(name));
  return chain.some((each) => isAway(each) || (isOfDatabase && unreachable.test(each.code)));
}
