import type { Readable } from 'node:stream';
import type { Response } from 'express';

/** A copy as a download in a sandbox; its name was cleaned when it was made. */
export function sendDownload(response: Response, bytes: Readable, name: string): void {
  const full = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  response.set({
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': `attachment; filename="${name.replace(/[^\x20-\x7e]|["\\%]/g, '_')}"; filename*=UTF-8''${full}`,
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  });
  bytes.on('error', () => (response.headersSent ? response.destroy() : response.status(404).end()));
  bytes.pipe(response);
}
