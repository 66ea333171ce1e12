import { notePosting } from '~/access/posting.server';
import { badRequest, unstorable, unsupportedForm } from '~/platform/http/responses.server';
import { withoutSearches } from './search-step.server';
import { isFieldName, isSoundText } from '~/access/sound-text';

const formTypes = /^(application\/x-www-form-urlencoded|multipart\/form-data)\s*(;|$)/i;

/**
 * The form of a request without its form key: every page action reads it here. An empty request is a form without fields, for the action to refuse.
 * A search for choices is thrown, and answered outside of the action (`answer-once`).
 * Throws 415 for a body of another type, 400 for an interrupted one or fields named like Object members, 422 for text that cannot be stored.
 */
export async function readForm(request: Request): Promise<FormData> {
  const type = request.headers.get('Content-Type');
  if (type === null || request.body === null) {
    if (request.body !== null && (await request.arrayBuffer()).byteLength > 0) throw unsupportedForm();
    return new FormData();
  }
  if (!formTypes.test(type)) throw unsupportedForm();
  // A body that was read before is a fault of ours, not of the form.
  const form = request.bodyUsed
    ? request.formData()
    : request.formData().catch(() => Promise.reject(badRequest('The form could not be read.')));
  return notePosting(request, withoutSearches(soundForm(await form)));
}

/** A form as it was, or the refusals of `readForm`: for the readers of files, which take a form apart themselves. */
export function soundForm(form: FormData): FormData {
  for (const [name, value] of form) {
    if (!isFieldName(name)) throw badRequest('A field of the form has a name that is not allowed.');
    if (!isSoundText(typeof value === 'string' ? value : value.name)) throw unstorable();
  }
  return form;
}
