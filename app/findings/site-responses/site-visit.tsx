import { m } from '~/paraglide/messages';
import { formatDate, formatLanguage, formatList } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import type { SiteVisit } from './visit';

/** Who comes to the site, and when where the visit is announced. */
export function SiteVisitPage({ asker, supplier, message, visit }: { asker: string; supplier: string; message: string; visit: SiteVisit }) {
  return (
    <div className="grid gap-5 text-base">
      <h1>{m.site_sharing_visit_title()}</h1>
      <p>{m.site_sharing_visit_lead({ asker, supplier })}</p>
      {message && (
        <blockquote className="border-s-4 border-line ps-4 whitespace-pre-line">
          <bdi>{message}</bdi>
        </blockquote>
      )}
      <ul className="grid">
        {visit.people.map(({ name, isLead, languages, credentials }) => (
          <li key={name} className="grid gap-1 border-b border-line py-3">
            <strong className="font-semibold">
              <bdi>{name}</bdi>
              {isLead && ` · ${m.site_sharing_visit_lead_auditor()}`}
            </strong>
            <KeyValueList
              pairs={[
                ...(credentials.length > 0
                  ? [{ key: 'credentials', label: m.site_sharing_visit_credentials(), value: credentials.join(', ') }]
                  : []),
                ...(languages.length > 0
                  ? [
                      {
                        key: 'languages',
                        label: m.site_sharing_visit_languages(),
                        value: formatList(languages.map((code) => formatLanguage(code))),
                      },
                    ]
                  : []),
              ]}
            />
          </li>
        ))}
      </ul>
      {visit.days ? (
        <KeyValueList
          pairs={[
            {
              key: 'days',
              label: m.site_sharing_visit_dates(),
              value: `${formatDate(visit.days.startsOn)} – ${formatDate(visit.days.endsOn)}`,
            },
          ]}
        />
      ) : (
        <p className="font-semibold">{m.site_sharing_visit_no_dates()}</p>
      )}
      <p className="text-muted">{m.site_sharing_visit_changed()}</p>
    </div>
  );
}
