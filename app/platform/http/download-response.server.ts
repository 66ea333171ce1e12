type Download = { fileName: string; mediaType: string };

/** Bytes as a download: never shown in the site's own origin, never sniffed, never kept by a shared cache. The name is given in ASCII and in UTF-8 (RFC 6266). */
export function downloadResponse(bytes: Uint8Array | string, options: Download): Response {
  const length = String(typeof bytes === 'string' ? Buffer.byteLength(bytes) : bytes.byteLength);
  return new Response(typeof bytes === 'string' ? bytes : new Uint8Array(bytes), {
    headers: { ...downloadHeaders(options), 'Content-Length': length },
  });
}

/** The same for what is made as it is sent: its length is not known beforehand. */
export function streamResponse(body: ReadableStream<Uint8Array>, options: Download): Response {
  return new Response(body, { headers: downloadHeaders(options) });
}

/** The headers of a download. */
export function downloadHeaders({ fileName, mediaType }: Download): Record<string, string> {
  const ascii = fileName.replace(/[^\x20-\x7e]|["\\]/g, '_');
  const utf8 = encodeURIComponent(fileName).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return {
    'Content-Type': mediaType,
    'Content-Disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${utf8}`,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, no-store',
  };
}
