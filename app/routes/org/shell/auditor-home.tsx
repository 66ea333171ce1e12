import type { SerializeFrom } from '@remix-run/node';
import { ComingVisits } from '~/audits/home/coming-visits';
import { FirmCredentials, FirmWork } from '~/audits/home/firm-sections';
import { OwnVisit } from '~/audits/home/next-visit';
import { VisitSection } from '~/audits/home/visit-section';
import { QueuePanel } from '~/platform/queue/queue-panel';
import type { HomeRead } from './read-home.server';

type Read = Extract<SerializeFrom<HomeRead>, { kind: 'auditor' }>;

/** The home of people who audit: the visit and what to do; of a firm's manager what the firm answers for. */
export function AuditorHome({ home: { visits, firm, queue, others, today }, base }: { home: Read; base: string }) {
  return (
    <div className="grid grid-cols-1 items-start gap-x-8 gap-y-8 xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
      <div className="grid min-w-0 gap-8">
        {firm === null ? (
          <>
            <VisitSection visit={visits.visit} base={base} />
            <div>
              <ComingVisits visits={visits} base={base} />
            </div>
          </>
        ) : (
          <>
            {visits.visit?.isToday && <OwnVisit visit={visits.visit} base={base} />}
            <div>
              <FirmWork firm={firm} base={base} />
              {!visits.visit?.isToday && <OwnVisit visit={visits.visit} base={base} />}
            </div>
          </>
        )}
      </div>
      <div className="grid min-w-0 gap-8">
        <QueuePanel queue={queue} {...(others === undefined ? {} : { others })} today={today} base={base} />
        {firm !== null && (
          <div>
            <FirmCredentials firm={firm} base={base} />
          </div>
        )}
      </div>
    </div>
  );
}
