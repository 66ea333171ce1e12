import { createHmac } from 'node:crypto';
import { environment } from '~/env.server';

/**
 * The key by which the workers of one audit get their codes: the same worker has the same code in each file of the audit, another one in every other audit,
 * and no one who lacks this installation's secret computes a code back. The reader process is given this key and never the secret.
 */
export function workerKey(audit: { organizationId: string; auditId: string }): string {
  const key = createHmac('sha256', environment().APP_SECRET).update('worker codes of an audit').digest();
  return createHmac('sha256', key).update(`${audit.organizationId} ${audit.auditId}`).digest('hex');
}
