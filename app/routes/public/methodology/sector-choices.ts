import type { LoaderFunctionArgs } from '@remix-run/node';
import { closedList } from '~/platform/forms/closed-list.server';
import { sectorChoices } from '~/suppliers/choices/sector-choices.server';

/** The sectors to choose from in a language: `{ choices }`. Public, and the same for everyone. */
export async function loader({ request }: LoaderFunctionArgs) {
  return closedList(request, sectorChoices);
}
