import { Link } from '@remix-run/react';
import { useId } from 'react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Dialog } from '~/ui/dialog';
import { Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { Icon } from '~/ui/icon';
import { longestTag } from './tag-name';

/** The tags of a supplier, each leading to the list of suppliers that have it, with the form that adds one. For a `dl`. */
export function TagLine({
  tags,
  suggestions,
  action,
  listHref,
  mayEdit,
}: {
  tags: readonly { id: string; name: string }[];
  suggestions: readonly string[];
  action: string;
  listHref: string;
  mayEdit: boolean;
}) {
  const list = useId();
  return (
    <>
      <dt className="text-muted">{m.tags_title()}</dt>
      <dd className="flex flex-wrap items-center gap-2">
        {tags.length === 0 && <span className="text-muted">{m.tags_none()}</span>}
        {tags.map(({ id, name }) => (
          <span key={id} className="inline-flex min-h-7 items-center gap-1 rounded border border-line bg-sunken ps-2 text-xs">
            <Link to={`${listHref}?tag=${id}`} className={mayEdit ? undefined : 'pe-2'}>
              <bdi>{name}</bdi>
            </Link>
            {mayEdit && (
              <Form method="post" action={action} data-print="none">
                <input type="hidden" name="tagId" value={id} />
                <button
                  type="submit"
                  name="intent"
                  value="remove-tag"
                  aria-label={m.tags_remove_named({ name })}
                  className="grid size-7 place-items-center rounded text-muted hover:bg-canvas hover:text-ink"
                >
                  <Icon name="close" className="size-3" />
                </button>
              </Form>
            )}
          </span>
        ))}
        {mayEdit && (
          <Dialog trigger={m.tags_add()} title={m.tags_add()} variant="quiet" size="sm" icon="add">
            <Form method="post" action={action} className="grid gap-4">
              <Field
                name="name"
                label={m.tags_word()}
                hint={m.tags_add_hint({ count: longestTag })}
                maxLength={longestTag}
                list={list}
                autoComplete="off"
                required
              />
              <datalist id={list}>
                {suggestions.map((name) => (
                  <option key={name} value={name} />
                ))}
              </datalist>
              <div>
                <Button name="intent" value="add-tag" variant="primary">
                  {m.tags_add()}
                </Button>
              </div>
            </Form>
          </Dialog>
        )}
      </dd>
    </>
  );
}
