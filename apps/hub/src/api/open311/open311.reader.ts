import { Inject, Injectable } from '@nestjs/common';
import { ApiAccess, CLOCK, OFFICE, type Clock } from '@hub/casework';
import { dayOf, Fault, isService, open311Range, readAppealNumber, type ApiCaller, type Office } from '@hub/domain';
import { ApiQuery, PublishedQuery } from '@hub/persistence';
import { many, one, wrong, type Given } from './fields';
import { publicRequestView, publicSerial, requestView } from './open311.view';

const LIST = 1000;

/** What of service requests may be shown: to a system what it handed in itself, to everybody what is published. */
@Injectable()
export class Open311Reader {
  constructor(
    private readonly access: ApiAccess,
    private readonly api: ApiQuery,
    private readonly published: PublishedQuery,
    @Inject(OFFICE) private readonly office: Office,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The system behind the api_key; null where none was given. */
  async callerOf(given: Given): Promise<ApiCaller | null> {
    const key = one(given, 'api_key', 200);
    return key ? this.access.enter(key, 'open311') : null;
  }

  async submitter(given: Given): Promise<ApiCaller> {
    const caller = await this.callerOf(given);
    if (!caller) throw new Fault('unauthenticated', 'api-key', '没有带 api_key。', '请找本局系统管理员发一个。');
    return caller;
  }

  /** The endpoint serves one jurisdiction, named by its host; another is not found. */
  checkJurisdiction(given: Given): void {
    const asked = one(given, 'jurisdiction_id', 200);
    const own = new URL(this.office.publicUrl).hostname;
    if (asked && asked !== own) throw new Fault('missing', 'jurisdiction', `没有 jurisdiction_id“${asked}”。`, `这里是 ${own}。`);
  }

  async list(given: Given) {
    const caller = await this.callerOf(given);
    const ids = many(given, 'service_request_id');
    if (ids.length) {
      const numbers = ids.flatMap((typed) => readAppealNumber(typed) ?? []);
      const own = caller && numbers.length ? await this.api.ownRequests(caller.id, { numbers, ...this.page(given) }) : [];
      const open = await this.published.bySerials(ids.flatMap((typed) => publicSerial(typed) ?? []));
      return [...own.map((row) => requestView(row, this.office)), ...open.map((row) => publicRequestView(row, this.office))];
    }
    const filter = this.filterOf(given);
    if (caller) {
      const rows = await this.api.ownRequests(caller.id, { ...filter, ...this.page(given) });
      return rows.map((row) => requestView(row, this.office));
    }
    if (filter.status === 'open') return [];
    const days = { from: dayOf(filter.from), to: dayOf(filter.to) };
    const rows = await this.published.received({ ...days, topics: filter.services }, this.page(given));
    return rows.map((row) => publicRequestView(row, this.office));
  }

  async one(given: Given, id: string) {
    const [row] = await this.list({ ...given, service_request_id: id });
    if (!row)
      throw new Fault('missing', 'service-request', '没有这一件，或不向您公开。', '请核对 service_request_id 和 api_key。');
    return row;
  }

  private filterOf(given: Given) {
    const services = many(given, 'service_code');
    const unknown = services.find((code) => !isService(code));
    if (unknown !== undefined) throw new Fault('missing', 'service', `没有“${unknown}”这种服务。`, '可用的见 services。');
    const states = many(given, 'status');
    const odd = states.find((status) => status !== 'open' && status !== 'closed');
    if (odd !== undefined) throw wrong(`没有“${odd}”这种状态。`, '可填 open、closed。');
    const range = open311Range(one(given, 'start_date', 40), one(given, 'end_date', 40), this.clock().getTime());
    if (!range) throw wrong('起止时间不对。', '请写成 2026-01-01T00:00:00Z，前后最多 90 天。');
    const status = states.length === 1 ? (states[0] as 'open' | 'closed') : null;
    return { services: services.filter(isService), status, ...range };
  }

  private page(given: Given): { limit: number; offset: number } {
    const whole = (name: string, usual: number, most: number): number => {
      const text = one(given, name, 9);
      if (!text) return usual;
      if (!/^\d+$/.test(text) || Number(text) < 1 || Number(text) > most)
        throw wrong(`${name} 不对。`, `请写 1 到 ${most} 的整数。`);
      return Number(text);
    };
    const limit = whole('page_size', LIST, LIST);
    return { limit, offset: (whole('page', 1, 1000) - 1) * limit };
  }
}
