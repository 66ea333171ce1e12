import { notFound } from '~/web/responses.server';

export function loader(): never {
  throw notFound();
}

/** Never drawn: every unknown address ends in the error page. */
export default function UnknownAddress() {
  return null;
}
