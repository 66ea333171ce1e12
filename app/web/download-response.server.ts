/** Bytes as a download: never shown in the site's own origin, never sniffed, never kept by a shared cache. The name is given in ASCII and in UTF-8 (RFC 6266). */
export function downloadResponse(bytes: Uint8Array | string, options: { fileName: string; mediaType: string }): Response {
  const ascii = options.fileName.replace(/[^\x20-\x7e]|["\\]/g, '_');
  return new Response(typeof bytes === 'string' ? bytes : new Uint8Array(bytes), {
    headers: {
      'Content-Type': options.mediaType,
      'Content-Disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(options.fileName).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)}`,
      'Content-Length': String(typeof bytes === 'string' ? Buffer.byteLength(bytes) : bytes.byteLength),
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  });
}
