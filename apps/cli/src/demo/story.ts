import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntakeService } from '@hub/casework';
import type { InboundMessage } from '@hub/domain';
import { AppealQuery, OperationsQuery } from '@hub/persistence';
import { withHub } from '../hub-context';
import { Clerk, submitForm } from './clerk';

interface Story {
  readonly reply: string;
  readonly kind: string;
  readonly unitId: string;
  readonly handler: string;
  readonly head: string;
  readonly contact: object;
  readonly site: object;
  readonly answer: string;
  /** A post on the complaint site that is answered there. */
  readonly onSite: { readonly subject: string; readonly kind: string; readonly track: string; readonly answer: string };
}

interface Login {
  readonly account: string;
  readonly password: string;
}

interface Listed {
  readonly number: string;
  readonly subject: string;
  readonly status: string;
}

interface Suggested extends Listed {
  readonly street: string | null;
  readonly place: string;
  readonly suggestion: { readonly departmentId: string | null; readonly reason: string } | null;
}

const json = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;
const filesOf = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name));

/** Forms and desk entries go in by the doors that people use. */
export async function takeInByHand(url: string, samples: string, office: Login): Promise<void> {
  for (const file of filesOf(join(samples, 'web'))) await submitForm(url, json(file));
  const clerk = await Clerk.signIn(url, office.account, office.password);
  for (const file of filesOf(join(samples, 'desk'))) await clerk.post('/appeals', json<object>(file));
}

/** One appeal is answered and its citizen writes again, a post is answered on its site; another is handed to the department whose duty it is. */
export async function playStory(url: string, samples: string, office: Login, env: NodeJS.ProcessEnv): Promise<void> {
  const story = json<Story>(join(samples, 'story.json'));
  const clerk = await Clerk.signIn(url, office.account, office.password);
  const { items } = await clerk.get<{ items: Listed[] }>(`/appeals?channel=mailbox&limit=200&q=${encodeURIComponent('烧烤')}`);
  const told = items.find(({ status }) => status === 'received');
  if (told) {
    const { number } = told;
    await clerk.act(number, 'acceptance', { kind: story.kind });
    await clerk.act(number, 'assignment', { unitId: story.unitId });
    const handler = await Clerk.signIn(url, story.handler, office.password);
    await handler.act(number, 'receipt');
    await handler.act(number, 'contact-records', story.contact);
    await handler.act(number, 'site-records', story.site);
    await handler.act(number, 'draft', { text: story.answer, submit: true });
    const head = await Clerk.signIn(url, story.head, office.password);
    await head.act(number, 'approval', { decision: 'pass' });
    await head.act(number, 'reply');
    await citizenWritesAgain(number, readFileSync(join(samples, story.reply), 'utf8'), env);
  }
  await answerOnSite(url, story, office);
  const all = await clerk.get<{ items: Listed[] }>('/appeals?limit=200&status=received');
  for (const { number } of all.items) {
    const { suggestion, subject, street, place } = await clerk.get<Suggested>(`/appeals/${number}`);
    if (!suggestion?.departmentId) continue;
    await clerk.act(number, 'transfer', {
      departmentId: suggestion.departmentId,
      summary: `群众反映：${subject}。地点：${[street, place].filter(Boolean).join('，') || '来件没有写明'}。`,
      reason: suggestion.reason.slice(0, 200),
    });
    break;
  }
}

async function answerOnSite(url: string, { onSite, unitId, ...people }: Story, office: Login): Promise<void> {
  const clerk = await Clerk.signIn(url, office.account, office.password);
  const { items } = await clerk.get<{ items: Listed[] }>('/appeals?channel=site&status=received&limit=200');
  const number = items.find(({ subject }) => subject.includes(onSite.subject))?.number;
  if (!number) return;
  const handler = await Clerk.signIn(url, people.handler, office.password);
  const head = await Clerk.signIn(url, people.head, office.password);
  await clerk.act(number, 'acceptance', { kind: onSite.kind, track: onSite.track });
  await clerk.act(number, 'assignment', { unitId });
  await handler.act(number, 'receipt');
  await handler.act(number, 'draft', { text: onSite.answer, submit: true });
  await head.act(number, 'approval', { decision: 'pass' });
  await head.act(number, 'reply');
}

async function citizenWritesAgain(number: string, template: string, env: NodeJS.ProcessEnv): Promise<void> {
  await withHub(async ({ app }) => {
    const appeal = await app.get(AppealQuery).byNumber(number);
    const letters = await app.get(OperationsQuery).letters(['pending', 'sending', 'sent'], 500);
    const reply = letters.find((one) => one.kind === 'reply' && one.appealId === appeal.id);
    if (!reply) return;
    const id = `<${reply.messageId}>`;
    const mail = template
      .replaceAll('{{TO}}', reply.replyTo ?? '')
      .replaceAll('{{IN_REPLY_TO}}', id)
      .replaceAll('{{REFERENCES}}', id)
      .replaceAll('{{NUMBER}}', number);
    const message: InboundMessage = {
      channel: 'mailbox',
      source: '局长信箱',
      sourceKey: `demo:${number}:reply`,
      format: 'mail',
      original: { name: 'reply.eml', mediaType: 'message/rfc822', load: async () => Buffer.from(mail) },
      arrivedAt: new Date().toISOString(),
    };
    await app.get(IntakeService).accept([message]);
  }, env);
}
