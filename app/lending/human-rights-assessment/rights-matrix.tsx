import { Link } from '@remix-run/react';
import { type ReactNode, useId } from 'react';
import { DrawingSvg } from '~/ui/drawing/drawing';
import { m } from '~/paraglide/messages';
import { drawMatrix } from './matrix-geometry';
import type { Ranked } from './rank-issues';
import { spanText } from './rights-labels';

/** Severity against likelihood; the table below has the same issues under the same numbers. */
export function RightsMatrix({ issues, here }: { issues: readonly { number: number; title: string; ranked: Ranked }[]; here: string }) {
  const caption = useId();
  const points = issues.map(({ number, ranked }) => ({ number, severity: ranked.severity, likelihood: ranked.likelihood }));
  const words = { severity: m.human_rights_assessment_severity(), likelihood: m.human_rights_assessment_likelihood() };
  const severe = issues.filter(({ ranked }) => ranked.severity.high >= 4).length;
  const linkFor = (id: string) => {
    const issue = issues.find(({ number }) => String(number) === id);
    if (!issue) return undefined;
    const { severity, likelihood } = issue.ranked;
    const label = m.human_rights_assessment_matrix_point({
      number: issue.number,
      title: issue.title,
      severity: spanText(severity),
      likelihood: spanText(likelihood),
    });
    return { href: `${here}/${id}`, label };
  };
  const linkAs = ({ href, label, children, key }: { href: string; label: string; children: ReactNode; key: string }) => (
    <Link key={key} to={href} aria-label={label}>
      {children}
    </Link>
  );
  return (
    <figure className="chart-figure mb-4">
      <figcaption id={caption} className="chart-caption">
        {m.human_rights_assessment_matrix_finding({ grave: severe, all: issues.length })}
      </figcaption>
      <DrawingSvg
        className="chart-wide"
        drawing={drawMatrix(points, { words, width: 640, height: 340 })}
        label={{ id: caption }}
        linkFor={linkFor}
        linkAs={linkAs}
      />
      <DrawingSvg
        className="chart-narrow"
        drawing={drawMatrix(points, { words, width: 328, height: 340 })}
        label={{ id: caption }}
        linkFor={linkFor}
        linkAs={linkAs}
      />
      <p className="mt-1 max-w-prose text-xs text-muted">{m.human_rights_assessment_matrix_legend()}</p>
    </figure>
  );
}
