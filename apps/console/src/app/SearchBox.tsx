import { SearchOutlined } from '@ant-design/icons';
import { readAppealNumber } from '@hub/domain';
import { Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { useKeys } from '../lib/use-keys';

/** After the last stroke; a pair of signs is the least that texts are searched for. */
const TYPED_MS = 250;
const LEAST_SIGNS = 2;

/** Searches all appeals, as one types; a whole number opens that appeal on Enter. */
export function SearchBox() {
  const [params] = useSearchParams();
  const onQueue = useLocation().pathname.startsWith('/queue');
  const asked = onQueue ? (params.get('q') ?? '') : '';
  const [typed, setTyped] = useState(asked);
  const box = useRef<InputRef>(null);
  const navigate = useNavigate();
  // What this box asked for itself must not take back what was typed since.
  const own = useRef(asked);
  useEffect(() => {
    if (asked !== own.current) setTyped((own.current = asked));
  }, [asked]);
  useKeys({ '/': () => box.current?.focus({ cursor: 'all' }) });

  const show = (words: string, replace: boolean) => {
    const next = new URLSearchParams(onQueue ? params : undefined);
    // What is sought may long be closed, and the newest is meant most often.
    if (!asked && !next.has('view')) next.set('view', 'all');
    if (!asked && !next.has('sort')) next.set('sort', 'received');
    own.current = words;
    if (words) next.set('q', words);
    else next.delete('q');
    void navigate({ pathname: '/queue', search: next.toString() }, { replace });
  };
  const composing = useRef(false);
  const later = useRef<ReturnType<typeof setTimeout>>(undefined);
  const search = () => {
    clearTimeout(later.current);
    const number = readAppealNumber(typed);
    if (number) void navigate({ pathname: `/queue/${number}`, search: onQueue ? params.toString() : '' });
    else show(typed.trim(), false);
    box.current?.blur();
  };
  const type = (text: string) => {
    setTyped(text);
    clearTimeout(later.current);
    const words = text.trim();
    if (composing.current || words.length < LEAST_SIGNS || words === asked) return;
    later.current = setTimeout(() => show(words, asked !== ''), TYPED_MS);
  };
  useEffect(() => () => clearTimeout(later.current), []);
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
      onChange={(event) => type(event.target.value)}
      onCompositionStart={() => (composing.current = true)}
      onCompositionEnd={(event) => {
        composing.current = false;
        type(event.currentTarget.value);
      }}
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
