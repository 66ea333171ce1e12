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
  if (firm) return <FirmHome {...{ visits, firm, queue, today, base }} />;
  return (
    <div className="grid grid-cols-1 items-start gap-x-8 gap-y-8 xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
      <div className="grid min-w-0 gap-8">
        <VisitSection visit={visits.visit} base={base} />
        <div>
          <ComingVisits visits={visits} base={base} />
        </div>
      </div>
      <div className="grid min-w-0 gap-8">
        <QueuePanel queue={queue} {...(others === undefined ? {} : { others })} today={today} base={base} />
      </div>
    </div>
  );
}

/** In one column what is to be done comes first, then what the firm answers for. */
function FirmHome({
  visits,
  firm,
  queue,
  today,
  base,
}: Pick<Read, 'visits' | 'queue' | 'today'> & { firm: NonNullable<Read['firm']>; base: string }) {
  const isToday = visits.visit?.isToday ?? false;
  return (
    <div className="grid grid-cols-1 gap-x-8 gap-y-8 xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)] xl:grid-rows-[auto_1fr]">
      <div className="min-w-0 xl:col-start-2">
        <QueuePanel queue={queue} today={today} base={base} saysNoneLate />
      </div>
      <div className="grid min-w-0 content-start gap-8 xl:col-start-1 xl:row-span-2 xl:row-start-1">
        {isToday && <OwnVisit visit={visits.visit} base={base} />}
        <div>
          <FirmWork firm={firm} base={base} />
          {!isToday && <OwnVisit visit={visits.visit} base={base} />}
        </div>
      </div>
      <div className="min-w-0 xl:col-start-2">
        <FirmCredentials firm={firm} base={base} />
      </div>
    </div>
  );
}
