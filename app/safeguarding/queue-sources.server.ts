import { m } from '~/paraglide/messages';
import type { QueueSource } from '~/platform/queue/queue-source';

export const safeguardingQueue: Readonly<Record<string, QueueSource>> = {
  /** A case appears by its reference and due date only; policies limit the rows to cases of the reader. */
  'follow-sensitive-case': {
    icon: 'lock',
    permission: 'open:sensitive-case',
    label: m.queue_follow_sensitive_case,
    isConfidential: true,
    read: async (db, { userId, now, until }) => {
      const { listCases } = await import('./sensitive-cases/list-cases.server');
      const open = (await listCases(db, { userId, now })).filter(({ status }) => status === 'open');
      return open.flatMap(({ id, reference, due, waiting }) => {
        const dueOn = due?.at.toISOString().slice(0, 10) ?? null;
        if (waiting === 0 && (dueOn === null || dueOn > until)) return [];
        return [{ id, subject: m.queue_sensitive_case({ reference }), detail: '', path: `sensitive-cases/${id}`, dueOn, isMine: true }];
      });
    },
  },
};
