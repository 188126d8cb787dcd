import { Inject, Injectable } from '@nestjs/common';
import { TrackDoor, TrackingService, TrackPasses } from '@hub/casework';
import type { Office } from '@hub/domain';
import type { AppealEntity } from '@hub/persistence';
import type { Request } from 'express';
import type { Page } from '../layout/page';
import { readField } from '../layout/read-field';
import { missingKeys } from './check-track';
import { statusPage, type StatusProps } from './StatusPage';
import { awayTooLong, noMatch, trackPage } from './TrackPage';

/** Somebody who has proved that an appeal is his, and the pass that its pages carry from now on. */
export interface Visit {
  readonly appeal: AppealEntity;
  readonly pass: string;
}

export const isVisit = (found: Visit | Page): found is Visit => 'pass' in found;

/** Lets the citizen in by the pass of a page or by number and code, or gives the page that asks for them. */
@Injectable()
export class Visitors {
  constructor(
    private readonly door: TrackDoor,
    private readonly passes: TrackPasses,
    private readonly tracking: TrackingService,
    @Inject('OFFICE') private readonly office: Office,
  ) {}

  async of(request: Request): Promise<Visit | Page> {
    const { body, ip = '' } = request;
    const pass = readField(body, 'pass');
    const number = readField(body, 'number');
    const code = readField(body, 'code');
    const more = readField(body, 'more');
    if (pass && !code) return (await this.by(pass)) ?? trackPage(this.office, awayTooLong(more));
    const faults = missingKeys(number, code);
    if (faults.length) return trackPage(this.office, { number, faults, more });
    const entered = await this.door.enter(number, code, ip);
    const visit = entered === null ? null : await this.by(entered);
    return visit ?? trackPage(this.office, noMatch(number, more));
  }

  /** The page renews the pass: whoever goes on reading is not sent away. */
  async by(pass: string): Promise<Visit | null> {
    const appeal = await this.passes.appealOf(pass);
    return appeal && { appeal, pass: this.passes.of(appeal) };
  }

  /** By a link that was mailed to him. */
  async byId(appealId: number): Promise<Visit | null> {
    const pass = await this.passes.ofId(appealId);
    return pass === null ? null : this.by(pass);
  }

  async status({ appeal, pass }: Visit, rest: Omit<StatusProps, 'tracked' | 'pass'> = {}): Promise<Page> {
    return statusPage(this.office, { tracked: await this.tracking.of(appeal), pass, ...rest });
  }

  /** After a deed, as the appeal stands now. */
  async statusAfter(visit: Visit, taken: string): Promise<Page> {
    return this.status((await this.by(visit.pass)) ?? visit, { taken });
  }
}
