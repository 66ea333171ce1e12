import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { chartFile } from '~/documents/charts/chart-file.server';
import { chartFormat } from '~/documents/charts/chart-formats';
import { actionAgeKeys } from '~/findings/ageing/ages';
import { drawAges } from '~/findings/ageing/draw-ages';
import { actionAgeLabel, actionAgesTitle } from '~/findings/ageing/labels';
import { readActionAges } from '~/findings/ageing/read-ages.server';
import { m } from '~/paraglide/messages';
import { formatDate } from '~/ui/format';

/** Unfinished actions by age as a picture, in the format that `as` names. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { organization, inOrganization } = await requireMember(request, params, 'read:finding');
  const today = new Date(Date.now()).toISOString().slice(0, 10);
  const counts = await inOrganization((db) => readActionAges(db, { today }));
  const picture = {
    ...{ title: actionAgesTitle(counts), drawing: drawAges({ keys: actionAgeKeys, counts, label: actionAgeLabel }, 'wide') },
    notes: [m.ageing_legend(), m.map_report_foot({ organization: organization.name, date: formatDate(today) })],
  };
  return chartFile(picture, { format: chartFormat(new URL(request.url).searchParams), name: `corrective-actions-by-age-${today}` });
}
