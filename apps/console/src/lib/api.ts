import type { Problem } from '@hub/contract';
import { errorWords } from './words';

/** What the server, or the lack of it, answered instead of a result. */
export class ApiError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }

  get status(): number {
    return this.problem.status;
  }
}

const OFFLINE: Problem = { type: 'about:blank', title: 'Offline', status: 0, code: 'offline', ...errorWords.offline };

async function problemOf(response: Response): Promise<Problem> {
  const unknown = { type: 'about:blank', title: response.statusText, status: response.status, code: 'server' };
  const given = response.headers.get('content-type')?.includes('json')
    ? ((await response.json().catch(() => null)) as unknown)
    : null;
  const told = given as Partial<Problem> | null;
  // A hint of ours would not fit the words of the server.
  return told?.detail ? { ...unknown, ...told, detail: told.detail } : { ...unknown, ...errorWords.server };
}

const typeOf = (body: unknown): string => (body instanceof Blob ? 'application/octet-stream' : 'application/json');

export async function call<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  let response: Response;
  try {
    response = await fetch(`/api/v1${path}`, {
      method,
      signal,
      credentials: 'same-origin',
      headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': typeOf(body) }) },
      body: body === undefined ? undefined : body instanceof Blob ? body : JSON.stringify(body),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError(OFFLINE);
  }
  if (!response.ok) throw new ApiError(await problemOf(response));
  if (response.status === 204) return undefined as T;
  // A proxy or a page that was asked for by mistake answers with html; that is no result.
  if (!response.headers.get('content-type')?.includes('json')) throw new ApiError(await problemOf(response));
  return (await response.json()) as T;
}

export const get = <T>(path: string, signal?: AbortSignal) => call<T>('GET', path, undefined, signal);
export const post = <T>(path: string, body: unknown) => call<T>('POST', path, body);

/** A file as it is. */
export const send = <T>(path: string, file: Blob) => call<T>('POST', path, file);

/** Sends a request that is answered with a file. */
export async function postForFile(path: string, body: unknown): Promise<Blob> {
  const response = await fetch(`/api/v1${path}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { accept: 'application/octet-stream', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new ApiError(OFFLINE);
  });
  if (!response.ok) throw new ApiError(await problemOf(response));
  return response.blob();
}

/** Any thrown thing as a problem with something to say. */
export const asProblem = (error: unknown): Problem =>
  error instanceof ApiError
    ? error.problem
    : { type: 'about:blank', title: 'Error', status: 0, code: 'console', ...errorWords.server };
