import type pg from 'pg';

/** One line for each fact of the schema `public`, except Prisma’s own table. Columns are unordered: one that was added later is equal. */
const query = `
  WITH rel AS (SELECT * FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relname <> '_prisma_migrations'),
    fn AS (SELECT * FROM pg_proc p WHERE pronamespace = 'public'::regnamespace AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e'))
  SELECT line FROM (
    SELECT concat_ws(' | ', 'table', relname, relkind, relrowsecurity, relforcerowsecurity, relowner::regrole, relreplident, reloptions) AS line
      FROM rel WHERE relkind NOT IN ('i', 't')
    UNION ALL SELECT concat_ws(' | ', 'right', relname, grantee::regrole, privilege_type, is_grantable)
      FROM rel, aclexplode(relacl)
    UNION ALL SELECT concat_ws(' | ', 'column', relname, attname, format_type(atttypid, atttypmod), attnotnull, attgenerated, attidentity, pg_get_expr(d.adbin, d.adrelid),
        attcollation::regcollation, attstattarget, attstorage)
      FROM rel JOIN pg_attribute a ON attrelid = rel.oid AND attnum > 0 AND NOT attisdropped
      LEFT JOIN pg_attrdef d ON d.adrelid = attrelid AND d.adnum = attnum WHERE relkind = 'r'
    UNION ALL SELECT concat_ws(' | ', 'right of column', relname, attname, grantee::regrole, privilege_type, is_grantable)
      FROM rel JOIN pg_attribute ON attrelid = rel.oid, aclexplode(attacl)
    UNION ALL SELECT concat_ws(' | ', 'constraint', conrelid::regclass, conname, pg_get_constraintdef(c.oid), convalidated)
      FROM pg_constraint c JOIN rel ON rel.oid = conrelid
    UNION ALL SELECT concat_ws(' | ', 'index', pg_get_indexdef(indexrelid), indisvalid, indisclustered)
      FROM pg_index JOIN rel ON rel.oid = indrelid
    UNION ALL SELECT concat_ws(' | ', 'policy', tablename, policyname, permissive, roles, cmd, qual, with_check)
      FROM pg_policies WHERE schemaname = 'public'
    UNION ALL SELECT concat_ws(' | ', 'function', pg_get_functiondef(oid), proowner::regrole)
      FROM fn WHERE prokind = 'f'
    UNION ALL SELECT concat_ws(' | ', 'right of function', fn.oid::regprocedure, grantee, privilege_type, is_grantable)
      FROM fn, LATERAL (SELECT CASE g.grantee WHEN 0 THEN 'PUBLIC' ELSE g.grantee::regrole::text END AS grantee, privilege_type, is_grantable
        FROM aclexplode(COALESCE(proacl, acldefault('f', proowner))) g) g
    UNION ALL SELECT concat_ws(' | ', 'trigger', pg_get_triggerdef(t.oid), tgenabled)
      FROM pg_trigger t JOIN rel ON rel.oid = tgrelid WHERE NOT tgisinternal
    UNION ALL SELECT concat_ws(' | ', 'comment', pg_describe_object(classoid, objoid, objsubid), description)
      FROM pg_description d JOIN rel ON classoid = 'pg_class'::regclass AND objoid = rel.oid
    UNION ALL SELECT concat_ws(' | ', 'statistics', pg_get_statisticsobjdef(oid)) FROM pg_statistic_ext
    UNION ALL SELECT concat_ws(' | ', 'default rights', defaclrole::regrole, defaclobjtype, defaclacl) FROM pg_default_acl
    UNION ALL SELECT concat_ws(' | ', 'publication', pubname) FROM pg_publication
    UNION ALL SELECT concat_ws(' | ', 'schema', nspname, nspacl) FROM pg_namespace WHERE nspname = 'public'
    UNION ALL SELECT concat_ws(' | ', 'extension', extname) FROM pg_extension
  ) AS all_facts ORDER BY 1`;

export async function readCatalogue(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(query);
  return rows.map(({ line }) => line);
}
