import { m } from '~/paraglide/messages';
import type { QueueSource } from '~/platform/queue/queue-source';
import type { Due } from './sensitive-cases/fold-case';
import { termWord } from './sensitive-cases/labels';

/** Within two days a date says too little: how many hours are left until a deadline, as the page of the case counts them. */
function hoursLeft(due: Due | null, now: Date): string {
  if (due?.state !== 'ahead') return '';
  const hours = Math.ceil((due.at.getTime() - now.getTime()) / 3_600_000);
  return hours <= 48 ? termWord({ state: due.state, hours, doneAt: null }) : '';
}

export const safeguardingQueue: Readonly<Record<string, QueueSource>> = {
  /** A case appears by its reference and its earliest deadline only; policies limit the rows to cases of the reader. */
  'follow-sensitive-case': {
    icon: 'lock',
    comesFirst: true,
    permission: 'open:sensitive-case',
    label: m.queue_follow_sensitive_case,
    isConfidential: true,
    read: async (db, { userId, now, until }) => {
      const { listCases } = await import('./sensitive-cases/list-cases.server');
      const open = (await listCases(db, { userId, now })).filter(({ status }) => status === 'open');
      return open.flatMap(({ id, reference, due, waiting }) => {
        const dueOn = due?.at.toISOString().slice(0, 10) ?? null;
        if (waiting === 0 && (dueOn === null || dueOn > until)) return [];
        return [
          {
            id,
            subject: m.queue_sensitive_case({ reference }),
            detail: hoursLeft(due, now),
            path: `sensitive-cases/${id}`,
            dueOn,
            isMine: true,
            isUrgent: due !== null && due.state !== 'done' && due.at.getTime() - now.getTime() <= 24 * 3_600_000,
          },
        ];
      });
    },
  },
};
