import { useQueryClient } from '@tanstack/react-query';
import { Modal, Skeleton } from 'antd';
import type { SessionView } from '@hub/contract';
import { Trouble } from '../components/Trouble';
import { SignInForm, SignInPage } from '../features/sign-in';
import { enter, SessionProvider, useExpired, useSessionQuery } from '../lib/session';
import { errorWords } from '../lib/words';
import { Places } from './Places';

/** Shows the console to those who are signed in, and the door to all others. */
export function Gate() {
  const session = useSessionQuery();
  const expired = useExpired();
  const client = useQueryClient();
  if (session.isPending) return <Skeleton active className="pad" />;
  if (session.isError) return <Trouble error={session.error} retry={() => void session.refetch()} />;
  if (!session.data) return <SignInPage entered={(one) => enter(client, one)} />;

  const again = (one: SessionView) => {
    // What is on the screen belongs to the first person; another one starts from a clean page.
    if (one.account !== session.data?.account) return location.reload();
    enter(client, one);
    void client.invalidateQueries();
  };
  return (
    <SessionProvider value={session.data}>
      <Places />
      <Modal
        open={expired}
        title={errorWords.expired}
        footer={null}
        closable={false}
        mask={{ closable: false }}
        keyboard={false}
        width={420}
      >
        <SignInForm account={session.data.account} entered={again} />
      </Modal>
    </SessionProvider>
  );
}
