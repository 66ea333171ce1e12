/** The page of a site with its form open at the coordinates. */
export const correctSiteHref = (base: string, publicId: string): string => `${base}/sites/${publicId}?edit#field-latitude`;
