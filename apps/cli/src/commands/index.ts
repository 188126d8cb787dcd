import { resolve } from 'node:path';
import { migrate } from '@hub/persistence';
import { demo } from '../demo/demo';
import { settingsOf } from '../hub-context';
import type { ExitCode } from '../exit-code';
import { appeal } from './appeal';
import { audit, verify } from './audit';
import { backup, restore } from './backup';
import { channel } from './channel';
import { clock } from './clock';
import { importLog } from './import';
import { ingest } from './ingest';
import { outbox, quarantine } from './operations';
import { key } from './key';
import { options } from '../usage';
import { queue } from './queue';
import { report } from './report';
import { token } from './token';
import { user } from './user';
import { webhook } from './webhook';

type Command = (argv: readonly string[]) => Promise<ExitCode>;

export const COMMANDS: Readonly<Record<string, Command>> = {
  migrate: async (argv) => {
    options(argv, {}, 'yxt migrate');
    const ran = await migrate(settingsOf().databaseUrl);
    process.stdout.write(ran.length ? `已升级数据库：${ran.join('、')}\n` : '数据库已是最新。\n');
    return 0;
  },
  user,
  channel,
  clock,
  import: importLog,
  ingest,
  queue,
  appeal,
  outbox,
  quarantine,
  backup,
  restore,
  verify,
  audit,
  key,
  token,
  webhook,
  demo,
  report,
  bench: async (argv) => {
    const { main } = (await import(resolve(__dirname, '../../../../bench/main.js'))) as {
      main(argv: readonly string[]): Promise<number>;
    };
    return (await main(argv)) as ExitCode;
  },
};

/** What `yxt` tells that it has. */
export const NAMES: readonly string[] = Object.keys(COMMANDS);

export const HELP = `一线通命令行

  yxt migrate                                     升级数据库
  yxt user add 账号 --name 姓名 --role 角色 [--unit 单位] [--password 密码]
  yxt user passwd 账号 [--password 密码]          改密码（不写密码则从标准输入读）
  yxt user disable 账号 / yxt user list
  yxt channel list | probe 名称 [--force] | run 名称 [--once]
  yxt clock run                                   看一遍时限，提醒并建议督办（平时每小时自动做）
  yxt import 文件 --source 来源 [--text 栏名] [--dry-run]   导入热线台账（xlsx、xls、csv），退回的行写在文件旁边
  yxt ingest 文件.eml… | 文件夹 | mbox            登记来信
  yxt queue [--json] [--limit N] [--all]          看来件
  yxt appeal show 编号 [--json]
  yxt outbox list [--state 寄不出] | retry [序号 | --domain qq.com | --site]   看信和网站答复、重发
  yxt quarantine list | show 序号 | retry [序号]
  yxt backup 文件夹                               备份（可以边用边备）
  yxt restore 文件夹                              恢复到一个空库
  yxt verify [--head 文件]                        核对审计链、原件和数据
  yxt audit head [--file 文件]                    审计链的链头，另存一处
  yxt key rotate                                  换密钥，断了再运行会接着换
  yxt token add 名称 --source 来源 --scope 权限 | list | revoke 序号   外部系统的令牌（docs/interfaces.md）
  yxt webhook list | dead | retry [序号]          进展通知，重送
  yxt report monthly --month 2026-11 [--json] [--out 文件]   月报，每个比率写明分子、分母
  yxt demo [--port N] [--data 目录] [--once]      演示
  yxt bench                                       测速

退出码：0 办完，1 办完但有退回的行，2 用法不对，3 没有办成。
`;
