import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';

/** Names a courier in its leases: machine, process, and which courier of that process. */
export const newOwner = (): string => `${hostname().slice(0, 30)}:${process.pid}:${randomBytes(4).toString('hex')}`;

const alive = new Set<string>();
export const comeToLife = (owner: string): void => void alive.add(owner);
export const passAway = (owner: string): void => void alive.delete(owner);

/** The courier of a process of this machine that is no more: what it held need not wait for its lease to end. */
export function isGone(owner: string): boolean {
  const [host, pid] = owner.split(':');
  if (host !== hostname().slice(0, 30)) return false;
  if (Number(pid) === process.pid) return !alive.has(owner);
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
