import { z } from 'zod';
import { emailField, roleField } from '~/organizations/accounts/schema';

/** What the page of members sends; several buttons, one form each. */
export const memberActFields = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('invite'), email: emailField, role: roleField }),
  z.object({ intent: z.literal('revoke'), invitationId: z.uuid() }),
  z.object({ intent: z.literal('change-role'), userId: z.uuid(), role: roleField }),
  z.object({ intent: z.literal('remove'), userId: z.uuid() }),
]);
