import { type Reading, Unreadable } from '@hub/domain';
import { parentPort } from 'node:worker_threads';
import { readMail } from './read-mail';

/** `ready` once, then one answer for each mail in the order of the mails. */
export type MailAnswer = { readonly ready: true } | { readonly reading: Reading } | { readonly unreadable: string };

function answer(bytes: Uint8Array): MailAnswer {
  try {
    return { reading: readMail(bytes) };
  } catch (error) {
    return { unreadable: error instanceof Unreadable ? error.reason : `读这封邮件时出错（${(error as Error).message}）。` };
  }
}

parentPort!.on('message', (bytes: Uint8Array) => {
  const given = answer(bytes);
  const attachments = 'reading' in given ? given.reading.attachments : [];
  parentPort!.postMessage(
    given,
    attachments.map(({ content }) => content.buffer as ArrayBuffer),
  );
});
parentPort!.postMessage({ ready: true } satisfies MailAnswer);
