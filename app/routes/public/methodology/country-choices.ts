import type { LoaderFunctionArgs } from '@remix-run/node';
import { closedList } from '~/platform/forms/closed-list.server';
import { countryChoices } from '~/suppliers/import/pipeline/clean/country-choices.server';

/** The countries to choose from in a language: `{ choices }`. Public, and the same for everyone. */
export async function loader({ request }: LoaderFunctionArgs) {
  return closedList(request, countryChoices);
}
