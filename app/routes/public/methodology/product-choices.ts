import type { LoaderFunctionArgs } from '@remix-run/node';
import { closedList } from '~/platform/forms/closed-list.server';
import { productChoices } from '~/suppliers/choices/product-choices.server';

/** The products to choose from: `{ choices }`. Public, and the same for everyone. */
export async function loader({ request }: LoaderFunctionArgs) {
  return closedList(request, productChoices);
}
