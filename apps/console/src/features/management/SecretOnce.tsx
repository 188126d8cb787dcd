import { Alert, Typography } from 'antd';

/** What nobody can show again: to be copied now. */
export function SecretOnce({ what, secret, close }: { what: string; secret: string | null; close: () => void }) {
  if (!secret) return null;
  return (
    <Alert
      type="warning"
      showIcon
      closable={{ onClose: close }}
      title={`${what}只显示这一次，请马上复制，用安全的办法交给对方。`}
      description={
        <Typography.Text code copyable className="table-text">
          {secret}
        </Typography.Text>
      }
    />
  );
}
