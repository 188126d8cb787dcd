import type { SessionView } from '@hub/contract';
import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { Trouble } from '../../components/Trouble';
import { post } from '../../lib/api';

interface Credentials {
  account: string;
  password: string;
}

interface Props {
  /** Fills in the account where a session has run out. */
  account?: string;
  entered: (session: SessionView) => void;
}

export function SignInForm({ account, entered }: Props) {
  const signIn = useMutation({ mutationFn: (given: Credentials) => post<SessionView>('/session', given), onSuccess: entered });
  return (
    <Form<Credentials>
      layout="vertical"
      requiredMark={false}
      initialValues={{ account }}
      onFinish={(given) => signIn.mutate(given)}
    >
      <Form.Item name="account" label="账号" rules={[{ required: true, message: '请填账号。' }]}>
        <Input size="large" autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus={!account} />
      </Form.Item>
      <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填密码。' }]}>
        <Input.Password size="large" autoComplete="current-password" autoFocus={!!account} />
      </Form.Item>
      {signIn.isError && <Trouble error={signIn.error} />}
      <Button type="primary" size="large" block htmlType="submit" loading={signIn.isPending}>
        登录
      </Button>
    </Form>
  );
}
