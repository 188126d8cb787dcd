import { databaseTrouble, isUnreachable } from '@hub/persistence';

const OF_THE_DISK: Readonly<Record<string, string>> = {
  ENOSPC: '磁盘已满，没有保存：请清理放数据的磁盘。来件还在原处，有了空位会接着收。',
  EDQUOT: '磁盘配额已用完，没有保存：请加大配额或清理。来件还在原处，有了空位会接着收。',
  EROFS: '放数据的磁盘是只读的，没有保存：请管理员检查磁盘。来件还在原处，修好后会接着收。',
  EIO: '读写磁盘出错，没有保存：请管理员检查磁盘。来件还在原处，修好后会接着收。',
};

/** Why a channel rests, in words that say what to do. */
export function channelTrouble(error: unknown): string {
  const code = String((error as { code?: unknown } | null)?.code ?? '');
  const disk = (error as { syscall?: unknown } | null)?.syscall !== undefined && OF_THE_DISK[code];
  if (disk) return disk;
  // A place that cannot be reached says so itself, in Chinese; a driver does not.
  if (error instanceof Error && error.name === 'QueryFailedError' && isUnreachable(error)) return databaseTrouble(error);
  return error instanceof Error ? error.message : String(error);
}
