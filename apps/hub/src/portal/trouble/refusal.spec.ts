import { createServer, connect, type AddressInfo } from 'node:net';
import { refusalOf } from './refusal';

/** What the driver throws where nobody answers at the database's port. */
async function refusedConnection(): Promise<unknown> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return new Promise((done) => connect(port, '127.0.0.1').once('error', done));
}

it('tells the citizen to come back where the database is away, and nothing of our insides', async () => {
  const { status, words } = refusalOf(await refusedConnection());
  expect([status, words]).toEqual([503, '系统正在维护，这一次没有存下。请过几分钟再按一次。']);
});
