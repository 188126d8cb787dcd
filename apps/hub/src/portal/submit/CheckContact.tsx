import { AGENTS, REPLY_WAYS, SECRECY_WORDS, type Agent, type ReplyWay, type Secrecy, type WebContact } from '@hub/domain';
import type { ReactElement } from 'react';
import { Answer } from './Answer';
import { stepPath } from './steps';

export const CheckContact = ({ contact, draftKey }: { contact: WebContact; draftKey: string }): ReactElement => (
  <dl className="facts">
    {rowsOf(contact).map(([name, value]) => (
      <Answer key={name} name={name} href={stepPath(draftKey, 'contact', { fromCheck: true })}>
        {value}
      </Answer>
    ))}
  </dl>
);

function rowsOf(contact: WebContact): [string, string][] {
  const { secrecy, name, phone, email, reply, address, agent } = contact;
  const way: [string, string] = ['方式', SECRECY_WORDS[secrecy as Secrecy] ?? ''];
  if (secrecy === 'anonymous') return [way];
  return [
    way,
    ['称呼', name],
    ['电话', phone],
    ['邮箱', email],
    ['怎样答复', [REPLY_WAYS[reply as ReplyWay] ?? '', reply === 'letter' ? address : ''].filter(Boolean).join('，')],
    ['为谁反映', forWhom(contact, agent as Agent)],
    ['转给别的部门时', shareWords(contact)],
  ];
}

const forWhom = ({ whom, guardian, guardianPhone }: WebContact, agent: Agent): string => {
  if (agent === 'yes') return `替${whom}`;
  return agent === 'minor' ? `${AGENTS.minor}，监护人${guardian} ${guardianPhone}` : AGENTS.no;
};

const shareWords = ({ secrecy, share }: WebContact): string => {
  if (secrecy !== 'named') return '只转事情，不转姓名和电话（保密）';
  return share === 'yes' ? '同意一起转姓名和电话' : '只转事情，不转姓名和电话';
};
