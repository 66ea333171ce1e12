import { can, permissions, roles } from '~/access/permissions';
import { permissionName, roleName } from '~/organizations/accounts/labels';
import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';

/** What each role may do: the matrix that the server asks, drawn as a matrix. */
export function RoleMatrix() {
  return (
    <DataTable
      caption={m.accounts_matrix_title()}
      rows={permissions}
      rowKey={(permission) => permission}
      columns={[
        { key: 'permission', header: m.accounts_matrix_permission(), cell: permissionName, isRowHeader: true, wraps: true },
        ...roles.map((role) => ({
          key: role,
          header: roleName(role),
          cell: (permission: (typeof permissions)[number]) =>
            can(role, permission) ? (
              <>
                <span aria-hidden="true">●</span>
                <span className="sr-only">{m.accounts_matrix_yes()}</span>
              </>
            ) : (
              <>
                <span aria-hidden="true" className="text-muted">
                  –
                </span>
                <span className="sr-only">{m.accounts_matrix_no()}</span>
              </>
            ),
        })),
      ]}
    />
  );
}
