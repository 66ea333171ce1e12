import { useSearchParams } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Icon } from '~/ui/icon';
import { Menu } from '~/ui/menu';
import { type MapFile, mapFiles } from './files/formats';

const words = {
  csv: m.map_file_csv,
  relations: m.map_file_relations,
  xlsx: m.map_file_xlsx,
  geojson: m.map_file_geojson,
  graphml: m.map_file_graphml,
  svg: m.map_file_svg,
  png: m.map_file_png,
  pdf: m.map_file_pdf,
} satisfies Record<MapFile, () => string>;

/** Files of exactly what is shown: each link carries the filters of the address. */
export function ExportMenu({ base }: { base: string }) {
  const [params] = useSearchParams();
  const hrefOf = (file: string) => {
    const asked = new URLSearchParams([...params].filter(([name]) => name !== 'after' && name !== 'before'));
    asked.set('as', file);
    return `${base}/map/export?${asked}`;
  };
  return (
    <Menu
      align="end-when-wide"
      summary={
        <>
          <Icon name="download" /> {m.map_export()} <Icon name="down" className="size-3" />
        </>
      }
    >
      <ul className="grid gap-1">
        {Object.keys(mapFiles)
          .filter((file): file is MapFile => Object.hasOwn(words, file))
          .map((file) => (
            <li key={file}>
              <a href={hrefOf(file)} download className="block min-h-7 px-1 py-1">
                {words[file]()}
              </a>
            </li>
          ))}
      </ul>
    </Menu>
  );
}
