import { m } from '~/paraglide/messages';

/** The error of a field in which no option was chosen; it names the field by its label. */
export const choice = (label: () => string) => ({ error: () => m.deals_problem_choice({ label: label() }) });
