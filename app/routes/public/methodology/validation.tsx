import { redirect } from '@remix-run/node';

/** The validation of method 1 was published here; the targets of method 2 take its place. */
export const loader = () => redirect('/methodology/targets', 301);
