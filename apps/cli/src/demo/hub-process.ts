import { spawn, type ChildProcess } from 'node:child_process';
import { openSync, readFileSync } from 'node:fs';
import { setTimeout as rest } from 'node:timers/promises';
import { Fault } from '@hub/domain';

/** The hub as a process of its own, as `npm start` would run it. */
export class HubProcess {
  private constructor(
    private readonly child: ChildProcess,
    private readonly log: string,
    readonly url: string,
  ) {}

  static async start(main: string, env: NodeJS.ProcessEnv, url: string, log: string): Promise<HubProcess> {
    const out = openSync(log, 'w');
    const child = spawn(process.execPath, [main], { env: { ...env, NODE_ENV: 'production' }, stdio: ['ignore', out, out] });
    const hub = new HubProcess(child, log, url);
    for (const until = Date.now() + 60_000; Date.now() < until; await rest(150)) {
      if (hub.gone) break;
      if (
        await fetch(`${url}/health/live`).then(
          (answer) => answer.ok,
          () => false,
        )
      )
        return hub;
    }
    await hub.stop();
    throw new Fault('unavailable', 'hub', `服务没有启动：${hub.lastWords()}`);
  }

  /** Ended by itself or by a signal; only the first leaves an exit code. */
  private get gone(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  get ended(): Promise<void> {
    return new Promise((done) => (this.gone ? done() : this.child.once('exit', () => done())));
  }

  async stop(): Promise<void> {
    if (this.gone) return;
    this.child.kill('SIGTERM');
    const late = setTimeout(() => this.child.kill('SIGKILL'), 15_000);
    await this.ended;
    clearTimeout(late);
  }

  lastWords(): string {
    return readFileSync(this.log, 'utf8').trim().split('\n').slice(-3).join(' ') || '没有日志';
  }
}
