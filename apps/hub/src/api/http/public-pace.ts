import { isIPv6 } from 'node:net';
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@hub/casework';
import { draw, Limited, type Bucket } from '@hub/domain';
import type { Request } from 'express';

const PER_MINUTE = 120;
const MOST_KEPT = 50_000;

/** Whoever has one IPv6 address has the whole /64. */
const callerOf = (address: string): string => (isIPv6(address) ? address.split(':').slice(0, 4).join(':') : address);

/** Slows whoever asks a public interface too often, by network address; per process, as a brake. */
@Injectable()
export class PublicPace implements CanActivate {
  private readonly buckets = new Map<string, Bucket>();

  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  canActivate(context: ExecutionContext): boolean {
    const from = callerOf(context.switchToHttp().getRequest<Request>().ip ?? '');
    if (this.buckets.size > MOST_KEPT) this.buckets.clear();
    const { bucket, waitSeconds } = draw(this.buckets.get(from), PER_MINUTE, this.clock().getTime());
    this.buckets.set(from, bucket);
    if (!waitSeconds) return true;
    throw new Limited('too-often', `请求太密，每分钟最多 ${PER_MINUTE} 次。`, `请等 ${waitSeconds} 秒再试。`, waitSeconds);
  }
}
