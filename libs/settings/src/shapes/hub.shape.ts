import { isIP } from 'node:net';
import { Email, Host, Items, Line, Lines, OneOf, Optional, Secret, Section, Wants, Web, Whole, YesNo } from '../wants';

class BureauShape {
  @Line(60) name: string;
  @Line(60) office: string;
  @Line(60) phone: string;
  @Line(60) hours: string;
  @Line(12) documentPrefix: string;
}

/** An address, or a network as 10.0.0.0/8. */
function isNetwork(value: unknown): boolean {
  const [, address = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(typeof value === 'string' ? value : '') ?? [];
  return isIP(address) > 0 && (bits === undefined || Number(bits) <= (isIP(address) === 4 ? 32 : 128));
}
const areNetworks = (value: unknown): boolean => Array.isArray(value) && value.every(isNetwork);

class ServerShape {
  @Whole(1, 65535) port: number;
  @Web() publicUrl: string;
  @Optional()
  @Wants('若干台反向代理的地址或网段，如 [10.1.0.8, 10.2.0.0/16]（没有写 []）', areNetworks)
  trustedProxies?: string[];
}

class FromShape {
  @Line(60) name: string;
  @Email() address: string;
  @Optional() @Line(60) discreetName?: string;
}

class SmtpShape {
  @Host() host: string;
  @Whole(1, 65535) port: number;
  @YesNo() secure: boolean;
  @Optional() @Line() user?: string;
  @Optional() @Secret() password?: string;
  @Optional() @Line(400) tokenFile?: string;
}

class DomainPaceShape {
  @Host() domain: string;
  @Whole(1, 6000, '（封）') perMinute: number;
}

class PaceShape {
  @Whole(1, 6000, '（封）') perMinute: number;
  @Optional() @Items(() => DomainPaceShape) domains?: DomainPaceShape[];
}
const areDomains = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.every((one) => typeof one === 'string' && /^(?:[\p{L}\p{N}-]{1,63}\.)+[\p{L}\p{N}-]{2,63}$/u.test(one));

/** An address, or an address with a port; IPv6 with a port stands in brackets. */
function isServer(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  const [, v6, v4, port] = /^(?:\[(.+)\]|([\d.]+)):(\d{1,5})$/.exec(value) ?? [];
  return isIP(value) > 0 || (isIP(v6 ?? v4 ?? '') > 0 && Number(port) > 0 && Number(port) < 65536);
}
const areServers = (value: unknown): boolean => Array.isArray(value) && value.length > 0 && value.every(isServer);

class AcknowledgementsShape {
  @Whole(1, 100, '（份）') perAddressPerHour: number;
  @Whole(1, 1000, '（份）') perAddressPerDay: number;
  @Whole(1, 1_000_000, '（份）') perHour: number;
}

class MailShape {
  @Section(() => FromShape) from: FromShape;
  @Email() replyTo: string;
  @Optional() @Email() bounceAddress?: string;
  @Optional() @YesNo() plusAddresses?: boolean;
  @Optional() @Wants('若干个邮箱域名，如 [putuo-epb.example]（没有写 []）', areDomains) ownDomains?: string[];
  @Optional() @Line(250) authServId?: string;
  @Optional() @YesNo() checkSenders?: boolean;
  @Optional() @Lines(250) receivedBy?: string[];
  @Optional()
  @Wants('若干个 DNS 服务器的地址，如 [10.1.0.53]，端口不是 53 的写成 10.1.0.53:5353', areServers)
  nameServers?: string[];
  @Optional() @Whole(1, 3650, '（天）') answerDays?: number;
  @Optional() @Section(() => AcknowledgementsShape) acknowledgements?: AcknowledgementsShape;
  @OneOf(['folder', 'smtp']) delivery: 'folder' | 'smtp';
  @Optional() @Line(400) folder?: string;
  @Optional() @Section(() => PaceShape) pace?: PaceShape;
  @Optional() @Section(() => SmtpShape) smtp?: SmtpShape;
}

const GIGABYTE = 2 ** 30;

class IntakeShape {
  @Whole(65536, GIGABYTE, '（字节）') maxMailBytes: number;
  @Whole(65536, GIGABYTE, '（字节）') maxLogBytes: number;
}

class DeskShape {
  @Whole(1, 90, '（天）') draftDays: number;
}

class ClamdShape {
  @Optional() @Line(200) socket?: string;
  @Optional() @Host() host?: string;
  @Optional() @Whole(1, 65535) port?: number;
}

class WebShape {
  @Whole(30, 1440, '（分钟）') draftMinutes: number;
  @Whole(1, 20, '（个）') maxFiles: number;
  @Whole(1, 50, '（MB）') maxFileMegabytes: number;
  @Whole(1, 1000, '（件）') perNetworkPerHour: number;
  @Whole(1, 6000, '（件）') allPerMinute: number;
  @OneOf(['auto', 'always']) question: 'auto' | 'always';
}

const areHosts = (value: unknown): boolean =>
  Array.isArray(value) && value.every((one) => typeof one === 'string' && /^[\p{L}\p{N}.-]{1,190}(?::\d{1,5})?$/u.test(one));

class WebhooksShape {
  @Optional() @Wants('若干台主机，如 [10.20.1.5:8080]（没有写 []）', areHosts) allowInward?: string[];
  @Optional() @Whole(1, 3650, '（天）') keepDays?: number;
}

class SessionShape {
  @Whole(1, 168, '（小时）') hours: number;
}

class AuditShape {
  @Optional() @Line(400) headFile?: string;
}

/** A database's address may hold its password, so no fault repeats it. */
const isDatabase = (value: unknown): boolean =>
  typeof value === 'string' && (/^sqlite:./.test(value) || (/^(?:mysql|mariadb):\/\//.test(value) && URL.canParse(value)));
const DATABASE = 'sqlite:路径（如 sqlite:var/hub.db）或 mysql://用户:密码@主机:端口/库名';

export class HubShape {
  @Section(() => BureauShape) bureau: BureauShape;
  @Section(() => ServerShape) server: ServerShape;
  @Optional() @Wants(DATABASE, isDatabase, true) database?: string;
  @Optional() @Line(400) dataDir?: string;
  @Section(() => MailShape) mail: MailShape;
  @Section(() => IntakeShape) intake: IntakeShape;
  @Section(() => SessionShape) session: SessionShape;
  @Optional() @Section(() => DeskShape) desk?: DeskShape;
  @Optional() @Section(() => AuditShape) audit?: AuditShape;
  @Optional() @Section(() => WebShape) web?: WebShape;
  @Optional() @Section(() => ClamdShape) clamd?: ClamdShape;
  @Optional() @Section(() => WebhooksShape) webhooks?: WebhooksShape;
}
