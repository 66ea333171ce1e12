import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { chartFile } from '~/documents/charts/chart-file.server';
import { chartFormat } from '~/documents/charts/chart-formats';
import { findingAgeKeys } from '~/findings/ageing/ages';
import { drawAges } from '~/findings/ageing/draw-ages';
import { findingAgeLabel, findingAgesTitle } from '~/findings/ageing/labels';
import { readFindingAges } from '~/findings/ageing/read-ages.server';
import { m } from '~/paraglide/messages';
import { formatDate } from '~/ui/format';

/** Unresolved findings by age as a picture, in the format that `as` names. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { organization, inOrganization } = await requireMember(request, params, 'read:finding');
  const today = new Date(Date.now()).toISOString().slice(0, 10);
  const counts = await inOrganization((db) => readFindingAges(db, { today }));
  const picture = {
    ...{ title: findingAgesTitle(counts), drawing: drawAges({ keys: findingAgeKeys, counts, label: findingAgeLabel }, 'wide') },
    notes: [m.ageing_legend(), m.map_report_foot({ organization: organization.name, date: formatDate(today) })],
  };
  return chartFile(picture, { format: chartFormat(new URL(request.url).searchParams), name: `findings-by-age-${today}` });
}
