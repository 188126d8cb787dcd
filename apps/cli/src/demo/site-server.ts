import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import iconv from 'iconv-lite';

type Answers = Record<string, string[]>;

const TOKEN = 'c7f1';
const BACK = '<p><a href="list-1.html">';

/**
 * Serves the made-up complaint site on loopback. Its pages say their own encoding, as old sites do, and under each post
 * stands a form by which it is answered; answers are kept in a file, so that a demo that is started again shows them.
 */
export async function serveSite(folder: string, answersFile: string): Promise<{ url: string; close(): void }> {
  const answers: Answers = existsSync(answersFile) ? (JSON.parse(readFileSync(answersFile, 'utf8')) as Answers) : {};
  const serve = async (request: IncomingMessage): Promise<Buffer> => {
    const name = basename(new URL(request.url ?? '/', 'http://site').pathname) || 'list-1.html';
    const post = /^(?:show|reply)-(\d+)\.html$/.exec(name)?.[1];
    if (request.method === 'POST' && post) {
      const text = await answerIn(request);
      if (text === null) return plainPage('请从帖子的网页上回复');
      answers[post] = [...(answers[post] ?? []), text];
      writeFileSync(answersFile, JSON.stringify(answers));
      return plainPage('回复成功');
    }
    const page = await readFile(join(folder, name));
    return post ? withAnswers(page, post, answers[post] ?? []) : page;
  };
  const server: Server = createServer((request, response) => {
    serve(request).then(
      (page) => response.writeHead(200, { 'Content-Type': 'text/html' }).end(page),
      () => response.writeHead(404).end('not found'),
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => void server.close() };
}

/** The answer as the form sends it; null without what the page hides in the form. */
async function answerIn(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const pairs = Buffer.concat(parts).toString('latin1').split('&');
  const fields = new Map(pairs.map((pair) => pair.split('=').map(sentText) as [string, string]));
  return fields.get('token') === TOKEN ? (fields.get('content') ?? '') : null;
}

function sentText(field: string): string {
  const bytes = field
    .replaceAll('+', ' ')
    .replace(/%([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return iconv.decode(Buffer.from(bytes, 'latin1'), 'gbk');
}

const plainPage = (words: string): Buffer =>
  iconv.encode(`<html><meta charset="gb2312"><body><p>${words}</p></body></html>`, 'gbk');

function withAnswers(page: Buffer, post: string, answers: readonly string[]): Buffer {
  const look = 'background:#f4f8ee;border-left:4px solid #7a9a4a;padding:8px 12px;margin:8px 0';
  const said = answers.map((text) => {
    const shown = text.replaceAll('<', '&lt;').replaceAll('\r\n', '<br>');
    return `<div class="reply" style="${look}">${shown}</div>`;
  });
  const form = `<form id="reply" method="post" action="reply-${post}.html"><input type="hidden" name="token" value="${TOKEN}">
<textarea name="content" cols="60" rows="4"></textarea><br><input type="submit" value="回复"></form>`;
  return iconv.encode(
    iconv.decode(page, 'gbk').replace(BACK, () => `${said.join('')}${form}${BACK}`),
    'gbk',
  );
}
