import type { BoxOpeningView } from '@hub/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { Trouble } from '../../components/Trouble';
import { post } from '../../lib/api';
import { timeWord } from '../../lib/dates';

/** The second one signs in his own session, or here with his own account and password. */
export function CounterSign({ opening }: { opening: BoxOpeningView }) {
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  const client = useQueryClient();
  const { secondIsMe, second } = opening;
  const sign = useMutation({
    mutationFn: () => post<BoxOpeningView[]>(`/desk/openings/${opening.id}/signature`, secondIsMe ? {} : { account, password }),
    gcTime: 0,
    onSettled: () => setPassword(''),
    onSuccess: (views) => client.setQueryData(['desk-openings'], views),
  });
  return (
    <div className="stack">
      <p className="small">
        {timeWord(opening.openedAt)} {opening.place}，清点 {opening.items} 件：等{second}签名，签后才能登记。
      </p>
      {!secondIsMe && (
        <div className="fields two">
          <Input
            aria-label={`${second}的账号`}
            placeholder="账号"
            autoComplete="off"
            value={account}
            onChange={(event) => setAccount(event.target.value)}
          />
          <Input.Password
            aria-label={`${second}的密码`}
            placeholder="密码"
            autoComplete="new-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </div>
      )}
      {sign.isError && <Trouble error={sign.error} what="没有签上" />}
      <div>
        <Button
          size="small"
          disabled={!secondIsMe && !(account && password)}
          loading={sign.isPending}
          onClick={() => sign.mutate()}
        >
          {second}签名
        </Button>
      </div>
    </div>
  );
}
