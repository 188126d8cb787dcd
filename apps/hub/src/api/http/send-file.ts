import type { Readable } from 'node:stream';
import type { Response } from 'express';

/** A foreign file goes out as a download in a sandbox, named by RFC 6266 in UTF-8. */
export function sendFile(response: Response, bytes: Readable, name: string): void {
  const plain = name.replace(/[^\x20-\x7e]|["\\/%]/g, '_');
  // eslint-disable-next-line no-control-regex -- control characters do not belong into a header
  const full = encodeURIComponent(name.replace(/[\u0000-\u001f\u007f/\\]/g, '_')).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  response.set({
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${full}`,
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  });
  bytes.on('error', () => (response.headersSent ? response.destroy() : response.status(404).end()));
  bytes.pipe(response);
}
