import { LogoutOutlined, UserOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Dropdown } from 'antd';
import { asProblem, call } from '../lib/api';
import { todayWord } from '../lib/dates';
import { useLine } from '../lib/live';
import { enter, useMay, useSession } from '../lib/session';
import { forgetKept } from '../lib/use-kept';
import { Bell } from './Bell';
import { SearchBox } from './SearchBox';
import { useOpenCount } from './use-open-count';

function LiveMark() {
  const { broken: failing } = useOpenCount();
  const broken = useLine() === 'lost' || failing;
  return (
    <span className={`muted small live nowrap ${broken ? 'broken' : ''}`} role="status">
      <i aria-hidden /> <span className="live-word">{broken ? '已断线，正在重连' : '实时更新中'}</span>
    </span>
  );
}

function Person() {
  const session = useSession();
  const client = useQueryClient();
  const { message } = App.useApp();
  const leave = async () => {
    try {
      await call('DELETE', '/session');
    } catch (error) {
      if (asProblem(error).status !== 401) return void message.error(asProblem(error).detail);
    }
    forgetKept();
    client.clear();
    enter(client, null);
  };
  return (
    <Dropdown
      trigger={['click']}
      menu={{ items: [{ key: 'leave', icon: <LogoutOutlined />, label: '退出登录' }], onClick: () => void leave() }}
    >
      <Button type="text" className="person" icon={<UserOutlined />} title={session.roleName}>
        <span className="person-name">
          {session.name} · {session.unit ?? session.roleName}
        </span>
      </Button>
    </Dropdown>
  );
}

export function TopBar() {
  const may = useMay();
  return (
    <header className="top">
      {may('queue.read') ? <SearchBox /> : <b className="grow">管理</b>}
      <span className="grow" />
      {may('queue.read') && <LiveMark />}
      <span className="muted small nowrap top-date">{todayWord()}</span>
      <Bell />
      <Person />
    </header>
  );
}
