import { makeDeal } from './lent';
import type { MadeMember } from './member';

/** A loan of 1 October 2026 to a new client of which nothing is known but what a transaction needs. Answers its id. */
export const openLoan = async (owner: MadeMember): Promise<string> => (await makeDeal(owner, new Date('2026-10-01T12:00:00Z'))).dealId;
