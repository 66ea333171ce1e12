import { z } from 'zod';
import { SealBroken, seal, unseal } from '~/access/seal.server';

/** Between the two steps, while the person confirms with the passkey. */
const minutes = 5;
const salt = Buffer.from('personal signing keys').toString('base64url');

const placeOf = (purpose: Purpose, { organizationId, userId }: Whose) => `personal key ${purpose} ${organizationId} ${userId}`;
type Purpose = 'create' | 'sign';
type Whose = { organizationId: string; userId: string };

/** What the first step leaves for the second, sealed for this person and purpose: the browser carries it, and cannot read or change it. */
export function beginStep(purpose: Purpose, whose: Whose, { step, now }: { step: unknown; now: Date }): string {
  return seal(JSON.stringify({ step, until: now.getTime() + minutes * 60_000 }), { salt, place: placeOf(purpose, whose) });
}

/** Null for what was not begun here by this person, or too long ago. */
export function resumeStep<T>(
  purpose: Purpose,
  whose: Whose,
  { token, now, schema }: { token: string; now: Date; schema: z.ZodType<T> },
): T | null {
  try {
    const { step, until } = z
      .object({ step: schema, until: z.number() })
      .parse(JSON.parse(unseal(token, { salt, place: placeOf(purpose, whose) })));
    return now.getTime() <= until ? step : null;
  } catch (error) {
    if (error instanceof SealBroken) return null;
    throw error;
  }
}
