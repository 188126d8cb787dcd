import { webhookResult, type WebhookOutcome } from './verdict';

const AT = Date.parse('2026-05-11T02:00:00.000Z');
const result = (outcome: WebhookOutcome, about: { attempts?: number; failures?: number; hours?: number } = {}) => {
  const { attempts = 1, failures = 0, hours = 0 } = about;
  return webhookResult({ attempts, failures, owedSince: new Date(AT - hours * 3_600_000).toISOString() }, outcome, AT);
};
const said = (status: number, retryAfter?: string): WebhookOutcome => ({ status, retryAfter });
const restSeconds = (outcome: WebhookOutcome, failures = 0): number =>
  (Date.parse(result(outcome, { failures }).target.openAt) - AT) / 1000;

describe('a try to tell another system', () => {
  it.each([200, 201, 202, 204])('is done by %i', (status) => {
    expect(result(said(status), { failures: 5 })).toMatchObject({ delivery: { state: 'sent' }, target: { failures: 0 } });
  });

  it.each([301, 302, 400, 401, 404, 429, 500, 503])('is tried again after %i', (status) => {
    const { delivery, target } = result(said(status));
    expect([delivery.state, target.failures, target.active]).toEqual(['pending', 1, undefined]);
    expect(delivery.lastError).toContain(String(status));
  });

  it('lets the address rest twice as long with each failure, up to a quarter of an hour', () => {
    expect([0, 1, 2, 9].map((failures) => restSeconds(said(500), failures))).toEqual([30, 60, 120, 900]);
  });

  it('rests as long as the other side asks, up to an hour', () => {
    expect([restSeconds(said(429, '600')), restSeconds(said(503, '9999999')), restSeconds(said(503, 'soon'))]).toEqual([
      600, 3600, 30,
    ]);
  });

  it('is given up after twelve tries or three days', () => {
    expect(result(said(500), { attempts: 11, hours: 71 }).delivery.state).toBe('pending');
    expect(result(said(500), { attempts: 12 }).delivery.state).toBe('dead');
    expect(result({ trouble: '连不上' }, { hours: 73 }).delivery.state).toBe('dead');
  });

  it('pauses an address that says it is gone', () => {
    expect(result(said(410))).toMatchObject({ delivery: { state: 'dead' }, target: { active: false } });
  });
});
