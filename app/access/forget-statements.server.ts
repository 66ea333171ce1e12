import { Debug as clientDebug } from '@prisma/client/runtime/client';
import { Debug as adapterDebug } from '@prisma/driver-adapter-utils';

/** How many calls Prisma's debug module remembers, with all their arguments, whether debugging is switched on or not. */
const remembered = 100;
const pushers = [clientDebug('manumit'), adapterDebug('manumit')];

/**
 * Makes Prisma let go of the statements it ran last: it keeps their parameters, and with them every row of an insert of thousands, until a hundred
 * later calls have pushed them out. Call it after statements with long parameters; it costs microseconds.
 */
export function forgetStatements(): void {
  for (const push of pushers) for (let call = 0; call < remembered; call++) push('');
}
