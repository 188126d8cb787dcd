import { promises as dns } from 'node:dns';
import { NameServer } from './name-server';

describe('the name server of the tests', () => {
  let server: NameServer;
  const resolver = new dns.Resolver({ timeout: 200, tries: 1 });
  beforeAll(async () => {
    server = await NameServer.open();
    resolver.setServers([server.address]);
  });
  afterAll(() => server.close());

  it('answers a real resolver: long texts, addresses, the root, and that a name is not there', async () => {
    const long = 'k'.repeat(700);
    server.zone.set('key.example', long).set('A host.example', '192.0.2.9');
    expect((await resolver.resolveTxt('KEY.example'))[0]!.join('')).toBe(long);
    expect(await resolver.resolve4('host.example')).toEqual(['192.0.2.9']);
    expect(await resolver.resolveNs('.')).toEqual(['a']);
    await expect(resolver.resolveTxt('none.example')).rejects.toMatchObject({ code: 'ENOTFOUND' });
    expect(server.asked).toContain('TXT none.example');
  });

  it('says nothing when it is told so', async () => {
    server.silent = true;
    await expect(resolver.resolveTxt('key.example')).rejects.toMatchObject({ code: 'ETIMEOUT' });
  });
});
