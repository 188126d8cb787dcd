import { OfficeFixture } from './office-fixture';

let office: OfficeFixture;
beforeEach(() => void (office = new OfficeFixture()));
afterEach(() => office.remove());

const set = (lines: string) => office.edit('hub.yaml', '  checkSenders: false', lines);

describe('the checking of senders', () => {
  it('is not wanted as delivered, so that no server of the office asks outside by itself', () => {
    expect(office.load().office.mail.ownCheck).toBeNull();
  });

  it('is wanted with our servers and those to ask, names in lower case', () => {
    set(
      '  checkSenders: true\n  receivedBy: [MX.Putuo-EPB.example, 10.1.0.25]\n  nameServers: [10.1.0.53, "10.1.0.54:5353", "[fd00::53]:53"]',
    );
    expect(office.load().office.mail.ownCheck).toEqual({
      receivedBy: ['mx.putuo-epb.example', '10.1.0.25'],
      nameServers: ['10.1.0.53', '10.1.0.54:5353', '[fd00::53]:53'],
    });
  });

  it('asks whoever the machine asks and trusts no path where only that much is said', () => {
    set('  checkSenders: true');
    expect(office.load().office.mail.ownCheck).toEqual({ receivedBy: [], nameServers: [] });
  });

  it.each(['[dns.example]', '["10.1.0.53:99999"]', '[10.1.0]', '[]', '10.1.0.53'])('takes %s for no name servers', (servers) => {
    set(`  checkSenders: true\n  nameServers: ${servers}`);
    expect(office.faults().join()).toContain('mail.nameServers');
  });
});
