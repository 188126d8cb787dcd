import type { Office } from '@hub/domain';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { sendPage } from '../layout/send';
import { notFoundPage } from './NotFoundPage';
import { pageOf } from './page-of';

/** For addresses that nobody answers; the hub mounts it after everything else. */
export const portalNotFound =
  (office: Office): RequestHandler =>
  (request, response) =>
    sendPage(request, response, office, notFoundPage(office));

/** For errors before a route is reached, e.g. a form over the size limit. */
export const portalTrouble =
  (office: Office): ErrorRequestHandler =>
  (error, request, response, next) => {
    if (response.headersSent) next(error);
    else sendPage(request, response, office, pageOf(office, error));
  };
