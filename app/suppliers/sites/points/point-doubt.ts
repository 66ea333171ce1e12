/**
 * Why a site's coordinates are doubtful: in the sea, outside its country, outside but inside once latitude and longitude change places, at the
 * point that stands for a whole country or state, or the same for many addresses. Stored in `Site.pointDoubt`.
 */
export const pointDoubts = ['sea', 'outside-country', 'swapped', 'centroid', 'shared'] as const;
export type PointDoubt = (typeof pointDoubts)[number];

/** From this many different addresses on, one point is not the place of each. */
export const sharedAddresses = 5;
