import {
  CloudServerOutlined,
  DesktopOutlined,
  FormOutlined,
  GlobalOutlined,
  LockOutlined,
  MailOutlined,
  PhoneOutlined,
} from '@ant-design/icons';
import { SECRECY_WORDS, type AppealStatus, type ChannelName, type Secrecy } from '@hub/domain';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { statusTones, type tones } from '../lib/theme';

const icons = {
  mailbox: MailOutlined,
  hotline: PhoneOutlined,
  web: GlobalOutlined,
  site: DesktopOutlined,
  desk: FormOutlined,
  api: CloudServerOutlined,
};

export function ChannelIcon({ channel, source }: { channel: ChannelName; source: string }) {
  const Icon = icons[channel];
  return <Icon aria-label={source} title={`来源：${source}`} />;
}

export const KindTag = ({ name }: { name: string }) => <span className="kind">{name}</span>;

export function ToneTag({ tone, children }: { tone: keyof typeof tones; children: ReactNode }) {
  return (
    <Tag style={{ color: `var(--tone-${tone}-ink)`, background: `var(--tone-${tone}-fill)`, border: 0, margin: 0 }}>
      {children}
    </Tag>
  );
}

export const StatusTag = ({ status, name }: { status: AppealStatus; name: string }) => (
  <ToneTag tone={statusTones[status]}>{name}</ToneTag>
);

/** 保密 and 匿名 are worth a flag, 实名 is the usual case. */
export function SecrecyFlag({ secrecy }: { secrecy: Secrecy }) {
  if (secrecy === 'named') return null;
  return (
    <span className="flag" title={secrecy === 'confidential' ? '只有指定人员能看' : undefined}>
      {secrecy === 'confidential' && <LockOutlined aria-hidden />}
      {SECRECY_WORDS[secrecy]}
    </span>
  );
}
