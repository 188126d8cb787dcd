import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { Clock } from '@hub/casework';
import { RECORDING_BYTES } from '@hub/domain';
import type { Settings } from '@hub/settings';
import cookieParser from 'cookie-parser';
import express, { type Request, type Response } from 'express';
import helmet from 'helmet';
import { Ending, sameOriginOnly } from './api';
import { HubModule } from './hub.module';
import { portalNotFound, portalTrouble } from './portal';

const CONSOLE = resolve(__dirname, __filename.endsWith('.ts') ? '../../../dist/console' : '../../../console');
const UPLOADS = /^\/api\/v1\/appeals\/[^/]+\/attachments\/?$/;
const END_BY = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;
const LOG_LEVELS = ['error', 'warn'] as const;

/** Builds the hub and everything that stands before and behind its routes; it does not listen yet. */
export async function buildHub(settings: Settings, clock?: Clock): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(HubModule.with(settings, clock), {
    bodyParser: false,
    abortOnError: false,
    logger: [...LOG_LEVELS],
  });
  app.disable('x-powered-by');
  if (settings.trustedProxies.length) app.set('trust proxy', [...settings.trustedProxies]);
  const ending = app.get(Ending);
  app.use((_: Request, response: Response, next: () => void) => {
    if (ending.begun) response.set('Connection', 'close');
    next();
  });
  app.use(
    helmet({
      // antd writes its styles into the page; scripts come from our own files only.
      contentSecurityPolicy: {
        directives: {
          'script-src': ["'self'"],
          'style-src': ["'self'", "'unsafe-inline'"],
          'img-src': ["'self'", 'data:', 'blob:'],
          'upgrade-insecure-requests': null,
        },
      },
      referrerPolicy: { policy: 'no-referrer' },
      strictTransportSecurity: settings.publicUrl.startsWith('https:'),
    }),
  );
  app.use(cookieParser());
  app.use('/api', (_: Request, response: Response, next: () => void) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  app.use('/api', sameOriginOnly);
  app.use(UPLOADS, express.raw({ type: 'application/octet-stream', limit: RECORDING_BYTES }));
  app.use('/api', express.json({ limit: '200kb', strict: true }));
  app.use(express.urlencoded({ extended: false, limit: '128kb', parameterLimit: 200 }));
  if (settings.roles.includes('api')) {
    describeApi(app);
    mountConsole(app);
  }
  app.enableShutdownHooks([...END_BY], { useProcessExit: true });
  await app.init();
  if (settings.roles.includes('portal')) {
    app.use(portalNotFound(settings.office));
    app.use(portalTrouble(settings.office));
  }
  return app;
}

function describeApi(app: NestExpressApplication): void {
  const about = new DocumentBuilder()
    .setTitle('一线通')
    .setDescription('Citizen feedback hub: the interfaces of staff and of other systems; docs/interfaces.md tells of the latter')
    .setVersion('1')
    .addCookieAuth('yxt_session')
    .addBearerAuth({ type: 'http', scheme: 'bearer' }, 'token')
    .build();
  let description: object | null = null;
  app.use('/api/v1/openapi.json', (_: Request, response: Response) => {
    description ??= SwaggerModule.createDocument(app, about);
    response.json(description);
  });
}

/** The console is one page: its own addresses all answer with it, its files are kept for ever under their hashed names. */
function mountConsole(app: NestExpressApplication): void {
  app.use('/console/assets', express.static(resolve(CONSOLE, 'assets'), { immutable: true, maxAge: '365d', fallthrough: false }));
  app.use('/console', (request: Request, response: Response, next: () => void) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    const page = resolve(CONSOLE, 'index.html');
    if (!existsSync(page)) return void response.status(503).type('text').send('办理台还没有构建：请运行 npm run build。');
    response.set('Cache-Control', 'no-cache').sendFile(page);
  });
}
