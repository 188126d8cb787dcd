import { SearchOutlined } from '@ant-design/icons';
import { readAppealNumber } from '@hub/domain';
import { Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { useKeys } from '../lib/use-keys';

/** Searches the queue; a whole number opens that appeal at once. */
export function SearchBox() {
  const [params] = useSearchParams();
  const onQueue = useLocation().pathname.startsWith('/queue');
  const asked = onQueue ? (params.get('q') ?? '') : '';
  const [typed, setTyped] = useState(asked);
  const box = useRef<InputRef>(null);
  const navigate = useNavigate();
  useEffect(() => setTyped(asked), [asked]);
  useKeys({ '/': () => box.current?.focus({ cursor: 'all' }) });

  const search = () => {
    const number = readAppealNumber(typed);
    const next = new URLSearchParams(onQueue ? params : undefined);
    if (number) return void navigate({ pathname: `/queue/${number}`, search: next.toString() });
    if (typed.trim()) next.set('q', typed.trim());
    else next.delete('q');
    void navigate({ pathname: '/queue', search: next.toString() });
    box.current?.blur();
  };
  return (
    <Input
      ref={box}
      className="search"
      type="search"
      prefix={<SearchOutlined />}
      suffix={<kbd>/</kbd>}
      placeholder="搜编号、正文、答复、地点"
      aria-label="检索来件"
      allowClear
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onClear={() => {
        if (!asked) return;
        const next = new URLSearchParams(params);
        next.delete('q');
        void navigate({ pathname: '/queue', search: next.toString() });
      }}
      onPressEnter={(event) => !event.nativeEvent.isComposing && search()}
      onKeyDown={(event) => event.key === 'Escape' && box.current?.blur()}
    />
  );
}
