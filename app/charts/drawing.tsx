import type { Drawing, Shape } from './shapes';
import './charts.css';

type DrawingSvgProps = {
  drawing: Drawing;
  /** Id of the element that names the drawing, or a name of its own. */
  label: { id: string } | { text: string };
  className?: string;
  /** Where pressing the row of this id leads. */
  linkFor?: (rowId: string) => { href: string; label: string } | undefined;
};

/** Puts a drawing on a page as SVG. Colours come from classes alone, so that no style attribute is needed. */
export function DrawingSvg({ drawing, label, className, linkFor }: DrawingSvgProps) {
  const names = 'id' in label ? { 'aria-labelledby': label.id } : { 'aria-label': label.text };
  const links = linkFor === undefined ? [] : drawing.rows.flatMap((row) => ({ row, link: linkFor(row.id) }));
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
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of an SVG takes no focus; the name, the links and the table twin speak for it */}
      <g aria-hidden="true">{drawing.shapes.map((shape, index) => drawShape(shape, index))}</g>
      {links.map(({ row, link }) =>
        link === undefined ? null : (
          <a key={row.id} href={link.href} aria-label={link.label}>
            <rect className="chart-hit" x={0} y={row.y} width={drawing.width} height={row.height} />
          </a>
        ),
      )}
    </svg>
  );
}

function drawShape(shape: Shape, key: number) {
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
      return <path key={key} className={className} d={shape.d} />;
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
