/** A form as a page shows it: its target, and the default of each of its fields. */
export type ShownForm = { path: string; isMultipart: boolean; fields: ReadonlyMap<string, readonly string[]> };

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
const decode = (text: string): string =>
  text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => entities[name] ?? '');

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : decode(found);
};

function fieldsOf(html: string): Map<string, string[]> {
  const fields = new Map<string, string[]>();
  const propose = (name: string | undefined, values: readonly string[]) => {
    if (name !== undefined && name !== '') fields.set(name, [...(fields.get(name) ?? []), ...values]);
  };
  for (const [tag] of html.matchAll(/<(?:input|button|textarea)\b[^>]*>/g))
    propose(attribute(tag, 'name'), [attribute(tag, 'value') ?? '']);
  for (const [, tag = '', options = ''] of html.matchAll(/(<select\b[^>]*>)(.*?)<\/select>/gs))
    propose(
      attribute(tag, 'name'),
      [...options.matchAll(/<option\b[^>]*>/g)].slice(0, 20).map(([option]) => attribute(option, 'value') ?? ''),
    );
  return fields;
}

/** The forms that a page sends by POST. `page`: the path it was read from, which is the target of a form without an address of its own. */
export function readForms(html: string, page: string): ShownForm[] {
  return [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)]
    .filter(([, tag = '']) => attribute(` ${tag}`, 'method')?.toLowerCase() === 'post')
    .map(([, tag = '', body = '']) => {
      const action = attribute(` ${tag}`, 'action');
      const path =
        action === undefined || /^[#?]/.test(action) ? page.split('?')[0] + (action ?? '').replace(/#.*/, '') : action.replace(/#.*/, '');
      return { path, isMultipart: attribute(` ${tag}`, 'enctype') === 'multipart/form-data', fields: fieldsOf(body) };
    });
}
