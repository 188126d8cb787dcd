import type { LetterHtml } from '@hub/domain';
import { parentPort, workerData } from 'node:worker_threads';
import { letterHtml } from './letter-html';

parentPort!.postMessage(letterHtml(workerData as Uint8Array) satisfies LetterHtml);
