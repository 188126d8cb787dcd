import type { ImapFlow } from 'imapflow';
import { uidSet } from './imap-position';
import type { ImapSession } from './imap-session';
import { sameFolder } from './imap-sources';
import { ImapTrouble } from './imap-trouble';

const TRIES = 3;
const AT_ONCE = 500;

/**
 * What the mailbox is shown of letters that are registered: a Seen flag, a move. All of a batch go together; what fails is
 * said once, tried again with the next batch or pass, and then left, for it loses nothing.
 */
export class ImapCourtesies {
  /** By UID, how often it was tried. */
  private readonly owed = new Map<number, number>();
  private uidvalidity = '';
  private soon: Promise<void> | null = null;
  private failing = false;

  constructor(
    private readonly session: ImapSession,
    private readonly archiveFolder: string | undefined,
  ) {}

  owe(uidvalidity: string, uid: number): Promise<void> {
    if (uidvalidity !== this.uidvalidity) this.owed.clear();
    this.uidvalidity = uidvalidity;
    this.owed.set(uid, 0);
    // The first of a batch hears what became of all.
    if (this.soon) return this.soon.catch(() => undefined);
    return (this.soon = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      this.soon = null;
      return this.pay();
    }));
  }

  /** Pays what is owed; throws once where that fails, and again only after it had succeeded. */
  async pay(): Promise<void> {
    while (this.owed.size) {
      const uids = [...this.owed.keys()].slice(0, AT_ONCE).sort((a, b) => a - b);
      try {
        await this.session.run((client) => this.show(client, uidSet(uids)));
        uids.forEach((uid) => this.owed.delete(uid));
        this.failing = false;
      } catch (error) {
        for (const uid of uids) {
          const tried = (this.owed.get(uid) ?? 0) + 1;
          if (tried < TRIES) this.owed.set(uid, tried);
          else this.owed.delete(uid);
        }
        const told = this.failing;
        this.failing = true;
        if (told) return;
        throw error;
      }
    }
  }

  private async show(client: ImapFlow, uids: string): Promise<void> {
    const { archiveFolder } = this;
    sameFolder(client, this.uidvalidity);
    const seen = await client.messageFlagsAdd(uids, ['\\Seen'], { uid: true, silent: true });
    if (!archiveFolder) {
      if (!seen) throw new ImapTrouble('来信已登记，但在邮箱里没能标成“已读”，过一会儿再试；不影响办理。');
      return;
    }
    if (await client.messageMove(uids, archiveFolder, { uid: true })) return;
    await client.mailboxCreate(archiveFolder).catch(() => undefined);
    if (await client.messageMove(uids, archiveFolder, { uid: true })) return;
    throw new ImapTrouble(`来信已登记，但在邮箱里没能移入“${archiveFolder}”，过一会儿再试；不影响办理。`);
  }
}
