import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { Dialog } from '~/ui/dialog';
import { Form } from '~/ui/form';
import { Icon } from '~/ui/icon';
import { Menu } from '~/ui/menu';
import type { SupplierHead } from '~/suppliers/registry/read-supplier.server';
import type { PrimaryAct } from './primary-act';
import { actHref, actLabel } from './labels';

/** The acts at the head of a supplier: at most one primary, the correction of its facts, and a menu with the rest. */
export function SupplierActs({
  head: { name, publicId, isArchived },
  act,
  base,
  may,
}: {
  head: SerializeFrom<SupplierHead>;
  act: PrimaryAct | null;
  base: string;
  may: { edit: boolean; assess: boolean; readReports: boolean };
}) {
  const page = `${base}/suppliers/${publicId}`;
  const isEditable = may.edit && !isArchived;
  return (
    <>
      {may.readReports && (
        <LinkButton to={`${page}/brief`} icon="report">
          {m.supplier_brief_open()}
        </LinkButton>
      )}
      {isEditable && act?.kind !== 'add-facts' && (
        <LinkButton to={`${page}/edit`} icon="edit">
          {m.suppliers_edit()}
        </LinkButton>
      )}
      <Menu label={m.supplier_verdict_more()} summary={<Icon name="more" />} align="end-when-wide" className="rounded border border-edge">
        <ul className="grid gap-1 [&_a]:flex [&_a]:min-h-9 [&_a]:items-center">
          {may.assess && !isArchived && (
            <li>
              <Link to={`${base}/responses/new?supplier=${publicId}`}>{m.suppliers_assess()}</Link>
            </li>
          )}
          <li>
            <Link to={`${base}/what-if`}>{m.what_if_what_if()}</Link>
          </li>
          <li>
            <Link to={`${page}/progress`}>{m.corrective_actions_progress()}</Link>
          </li>
          <li>
            <Link to={`${page}/identity`}>{may.edit ? m.match_identity_title() : m.match_report_title()}</Link>
          </li>
          {isEditable && (
            <li>
              <Dialog trigger={m.suppliers_archive()} title={m.suppliers_archive_title({ name })} variant="quiet">
                <Form method="post" action={page} className="grid gap-4">
                  <p>{m.suppliers_archive_text()}</p>
                  <Button name="intent" value="archive" variant="danger">
                    {m.suppliers_archive()}
                  </Button>
                </Form>
              </Dialog>
            </li>
          )}
        </ul>
      </Menu>
      {act && (
        <LinkButton to={actHref(act, { base, publicId })} variant="primary">
          {actLabel(act.kind)}
        </LinkButton>
      )}
    </>
  );
}
