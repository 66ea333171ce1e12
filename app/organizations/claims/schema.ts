import { z } from 'zod';
import { shortestPassword } from '~/organizations/accounts/shortest-pass-label';
import { m } from '~/paraglide/messages';

const required = () => m.claims_problem_required();

export const claimEmail = z
  .string({ error: () => m.claims_problem_email() })
  .trim()
  .toLowerCase()
  .max(254, { error: () => m.claims_problem_email() })
  .pipe(z.email({ error: () => m.claims_problem_email() }));

/** Who takes an organization over by a mailed link: the address is that of the letter. */
export const claimPersonFields = z.object({
  name: z.string({ error: required }).trim().min(1, { error: required }).max(120, { error: required }),
  password: z
    .string({ error: () => m.claims_problem_password({ min: shortestPassword }) })
    .min(shortestPassword, { error: () => m.claims_problem_password({ min: shortestPassword }) })
    .max(200, { error: () => m.claims_problem_password({ min: shortestPassword }) }),
});
/** The same by a link that was handed over: the address is his to name. */
export const claimHandedFields = claimPersonFields.extend({ email: claimEmail });
export const askOwnersFields = z.object({ email: claimEmail });
