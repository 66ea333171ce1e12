import { z } from 'zod';
import { roles } from '~/access/permissions';
import { m } from '~/paraglide/messages';
import { shortestPassword } from './shortest-pass-label';

const passwordMax = 200;

/** `missing`: the sentence that names the field, read away from it in the summary of errors. */
const line = (max: number, missing: () => string) =>
  z
    .string({ error: () => missing() })
    .trim()
    .min(1, { error: () => missing() })
    .max(max, { error: () => m.accounts_problem_too_long({ max }) });

export const emailField = z
  .string({ error: () => m.accounts_problem_email() })
  .trim()
  .toLowerCase()
  .max(254, { error: () => m.accounts_problem_too_long({ max: 254 }) })
  .pipe(z.email({ error: () => m.accounts_problem_email() }));

/** Not trimmed: a blank at either end is part of a password. */
export const newPasswordField = z
  .string({ error: () => m.accounts_problem_password_short({ min: shortestPassword }) })
  .min(shortestPassword, { error: () => m.accounts_problem_password_short({ min: shortestPassword }) })
  .max(passwordMax, { error: () => m.accounts_problem_too_long({ max: passwordMax }) });

export const organizationFields = z.object({
  organizationName: line(120, m.accounts_problem_organization_name),
  organizationKind: z.enum(['company', 'audit-firm', 'lender'], { error: () => m.accounts_problem_organization_kind() }),
});
export const personFields = z.object({ name: line(120, m.accounts_problem_name), password: newPasswordField });
/** In the order of the form: the summary of errors follows it. */
export const signUpFields = organizationFields.extend({
  name: line(120, m.accounts_problem_name),
  email: emailField,
  password: newPasswordField,
});
export const signInFields = z.object({
  email: emailField,
  password: z.string({ error: () => m.accounts_problem_password_missing() }).min(1, { error: () => m.accounts_problem_password_missing() }),
});
export const linkFields = z.object({ email: emailField });

const currentPasswordField = z.string().optional();
/** What the page of one's own account sends. Whether a current password is needed the account itself knows. */
export const accountActFields = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('name'), name: line(120, m.accounts_problem_name) }),
  z.object({ intent: z.literal('email'), email: emailField, emailPassword: currentPasswordField }),
  z.object({ intent: z.literal('password'), currentPassword: currentPasswordField, newPassword: newPasswordField }),
]);

export const roleField = z.enum(roles, { error: () => m.accounts_problem_role() });
export const organizationNameFields = organizationFields.pick({ organizationName: true });

export const sessionActFields = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('end'), sessionId: z.uuid() }),
  z.object({ intent: z.literal('end-others') }),
]);
