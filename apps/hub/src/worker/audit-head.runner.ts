import { Inject, Injectable, Logger, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { AuditService } from '@hub/casework';

export const AUDIT_HEAD_FILE = 'AUDIT_HEAD_FILE';
const EVERY_MS = 3_600_000;

/** Once a day the head of the audit chain goes to a file that the office keeps elsewhere. */
@Injectable()
export class AuditHeadRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Audit');
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly audit: AuditService,
    @Inject(AUDIT_HEAD_FILE) private readonly file: string | null,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.file) return;
    this.write();
    this.timer = setInterval(() => this.write(), EVERY_MS);
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private write(): void {
    void this.audit
      .writeHead(this.file!)
      .catch((error: unknown) => this.log.error(`审计链头没有写成：${error instanceof Error ? error.message : String(error)}`));
  }
}
