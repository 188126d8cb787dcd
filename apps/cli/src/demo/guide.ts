import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NewUser } from '@hub/casework';
import { Clerk } from './clerk';

interface Article {
  readonly unitId?: string;
}

interface Written {
  readonly id: number;
  readonly version: number;
}

/** The office writes the guide; what a section promises its head signs first. */
export async function writeGuide(url: string, samples: string, users: readonly NewUser[]): Promise<void> {
  const signIn = (wanted: (user: NewUser) => boolean) => {
    const { account, password } = users.find(wanted)!;
    return Clerk.signIn(url, account, password);
  };
  const office = await signIn(({ role }) => role === 'dispatcher');
  const year = new Date().getFullYear();
  for (const article of JSON.parse(readFileSync(join(samples, 'guide.json'), 'utf8')) as Article[]) {
    const [{ id, version }] = await office.post<[Written]>('/guide-articles', { year, ...article });
    const step = (clerk: Clerk, name: string, of: number) => clerk.post(`/guide-articles/${id}/${name}`, { version: of });
    const { unitId } = article;
    if (unitId) await step(await signIn((user) => user.role === 'section-head' && user.unitId === unitId), 'signature', version);
    await step(office, 'publication', unitId ? version + 1 : version);
  }
}
