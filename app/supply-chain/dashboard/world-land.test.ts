import { expect, test } from 'vitest';
import { overviewPaths, overviewSize } from '~/supply-chain/map/overview-paths.server';

// Written again by `npx vitest run --update world-land`.
test('the land below the map of the home is that on which its marks are placed', async () => {
  const { width, height } = overviewSize;
  const file = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><path id="land" d="${overviewPaths().land}"/></svg>\n`;
  await expect(file).toMatchFileSnapshot('./world-land.svg');
});
