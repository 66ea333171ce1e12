import { makeDeal } from './lent';
import type { MadeMember } from './member';

/** A loan of 1 October 2026 to a new client with the required fields of a deal only. @returns its id */
export const openLoan = async (owner: MadeMember): Promise<string> => (await makeDeal(owner, new Date('2026-10-01T12:00:00Z'))).dealId;
