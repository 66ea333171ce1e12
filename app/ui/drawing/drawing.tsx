import { type ReactNode, useId } from 'react';
import type { Drawing, Shape, Target } from './shapes';
import './charts.css';

type DrawingSvgProps = {
  drawing: Drawing;
  /** Id of the element that names the drawing, or a name of its own. */
  label: { id: string } | { text: string };
  /** What is the same in every such drawing, below it: a file of its own, which a browser keeps. */
  ground?: ReactNode;
  className?: string;
  /** Where pressing the row or target of this id leads. */
  linkFor?: (id: string) => { href: string; label: string } | undefined;
  /** How such a link is made, for pages that change without being loaded again; a plain one unless said. */
  linkAs?: (props: { href: string; label: string; children: ReactNode; key: string }) => ReactNode;
};

/** Puts a drawing on a page as SVG. Colours come from classes alone, so that no style attribute is needed. */
export function DrawingSvg({ drawing, label, ground, className, linkFor, linkAs = plainLink }: DrawingSvgProps) {
  const hatching = useId();
  const names = 'id' in label ? { 'aria-labelledby': label.id } : { 'aria-label': label.text };
  const strips = drawing.rows.map((row): Target => ({ id: row.id, x: 0, y: row.y, width: drawing.width, height: row.height }));
  const links =
    linkFor === undefined ? [] : [...strips, ...(drawing.targets ?? [])].map((target) => ({ target, link: linkFor(target.id) }));
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: it is named by aria-label or aria-labelledby, which the rule does not see through a spread
    <svg
      className={className === undefined ? 'chart' : `chart ${className}`}
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      width={drawing.width}
      height={drawing.height}
      role={links.length > 0 ? 'group' : 'img'}
      {...names}
    >
      {drawing.shapes.some(({ tone }) => tone === 'hatched') && (
        <defs>
          <pattern id={hatching} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="5" height="5" className="chart-land" />
            <path d="M0 0V5" className="chart-hatch chart-line" strokeWidth="1.4" />
          </pattern>
        </defs>
      )}
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of an SVG takes no focus; the name, the links and the table twin speak for it */}
      <g aria-hidden="true">
        {ground}
        {drawing.shapes.map((shape, index) => drawShape(shape, { key: index, hatching }))}
      </g>
      {links.map(({ target, link }) =>
        link === undefined
          ? null
          : linkAs({
              ...link,
              key: target.id,
              children:
                'd' in target ? (
                  <path className="chart-hit" d={target.d} />
                ) : (
                  <rect className="chart-hit" x={target.x} y={target.y} width={target.width} height={target.height} />
                ),
            }),
      )}
    </svg>
  );
}

function plainLink({ href, label, children, key }: { href: string; label: string; children: ReactNode; key: string }): ReactNode {
  return (
    <a key={key} href={href} aria-label={label}>
      {children}
    </a>
  );
}

/** One primitive as SVG. `hatching`: id of the pattern that fills what is hatched. */
export function drawShape(shape: Shape, { key, hatching }: { key: number; hatching: string }) {
  const className = `chart-${shape.tone}`;
  switch (shape.kind) {
    case 'rect':
      return <rect key={key} className={className} x={shape.x} y={shape.y} width={shape.width} height={shape.height} />;
    case 'line': {
      const { x1, y1, x2, y2, weight = 1, dash } = shape;
      return (
        <line
          key={key}
          className={`${className} chart-line`}
          x1={x1}
          y1={y1}
          x2={x2}
          y2={y2}
          strokeWidth={weight}
          strokeDasharray={dash?.join(' ')}
        />
      );
    }
    case 'path':
      if (shape.tone === 'hatched') return <path key={key} d={shape.d} fill={`url(#${hatching})`} />;
      if (shape.weight === undefined) return <path key={key} className={className} d={shape.d} />;
      return (
        <path
          key={key}
          className={`${className} chart-line`}
          d={shape.d}
          strokeWidth={shape.weight}
          strokeDasharray={shape.dash?.join(' ')}
        />
      );
    case 'ring':
      return (
        <circle key={key} className={`${className} chart-line`} cx={shape.cx} cy={shape.cy} r={shape.r} strokeWidth={shape.weight ?? 1} />
      );
    case 'disc':
      return <circle key={key} className={className} cx={shape.cx} cy={shape.cy} r={shape.r} />;
    case 'text':
      return (
        <text
          key={key}
          className={className}
          x={shape.x}
          y={shape.y}
          fontSize={shape.size}
          textAnchor={shape.anchor ?? 'start'}
          fontWeight={shape.strong ? 600 : 400}
        >
          {shape.text}
        </text>
      );
  }
}
