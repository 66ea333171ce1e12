import { routesIn } from '../../declare';

const { index, indexAt, route } = routesIn('org/suppliers');

export const suppliers = [
  route('classify', 'classify.ts'),
  indexAt('labour-recruiters', 'labour-recruiters.tsx'),
  route('labour-recruiters/:labourRecruiterId', 'labour-recruiter.tsx'),
  route('sites/:siteId', 'site.tsx'),
  route('sources/:sourceId', 'source.tsx'),
  indexAt('suppliers', 'suppliers.tsx'),
  route('suppliers/:supplierId', 'supplier-layout.tsx', [
    index('supplier.tsx'),
    route('corrective-actions', 'supplier-corrective-actions.tsx'),
    route('findings', 'supplier-findings.tsx'),
    route('history', 'supplier-history.tsx'),
    route('links/:linkId', 'supplier-link.tsx'),
    route('responses', 'supplier-responses.tsx'),
    route('sites', 'supplier-sites.tsx'),
    route('supply-chain', 'supplier-supply-chain.tsx'),
  ]),
  route('suppliers/:supplierId/edit', 'edit-supplier.tsx'),
  route('suppliers/:supplierId/identity', 'supplier-identity.tsx'),
  route('suppliers/:supplierId/merge', 'supplier-merge.tsx'),
  route('suppliers/:supplierId/split', 'supplier-split.tsx'),
  route('suppliers/bulk', 'bulk-suppliers.tsx'),
  route('suppliers/duplicates', 'duplicates.tsx'),
  route('suppliers/export', 'suppliers-export.ts'),
  route('suppliers/export.xlsx', 'suppliers-export-xlsx.ts'),
  route('suppliers/import', 'import.tsx'),
  route('suppliers/import/:batchId', 'import-batch.tsx'),
  route('suppliers/import/:batchId/annotated.xlsx', 'import-batch-annotated-xlsx.ts'),
  route('suppliers/import/:batchId/match', 'import-batch-match.tsx'),
  route('suppliers/import/:batchId/removed', 'import-batch-removed.tsx'),
  route('suppliers/new', 'new-supplier.tsx'),
];
