/** What the drivers call their errors; read from the error and from the one it wraps. */
function codesOf(error: unknown): string[] {
  const codes: string[] = [];
  for (let at = error, depth = 0; at && typeof at === 'object' && depth < 4; depth++) {
    const one = at as { code?: unknown; errno?: unknown; driverError?: unknown; cause?: unknown };
    if (one.code !== undefined) codes.push(String(one.code));
    if (one.errno !== undefined) codes.push(String(one.errno));
    at = one.driverError ?? one.cause;
  }
  return codes;
}

/**
 * 1213 deadlock, 1205 lock wait, 1047/1290 node not ready (Galera, failover), 9007/8002/8022/8028 write conflict and
 * schema change (TiDB), 1053/1317/1927 what a server that is stopped says, and connections that broke before the commit.
 */
const RETRY = new Set([
  '1213', '1205', '1047', '1290', '9007', '8002', '8022', '8028',
  'ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT', 'PROTOCOL_CONNECTION_LOST', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ER_SERVER_SHUTDOWN', '1053', '1317', '1927',
]); // prettier-ignore

const DUPLICATE = new Set(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY', 'ER_DUP_ENTRY', '1062']);

const UNREACHABLE = new Set([
  'ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ETIMEDOUT', 'PROTOCOL_CONNECTION_LOST', 'ECONNRESET', 'EAI_AGAIN',
  'ER_ACCESS_DENIED_ERROR', 'ER_BAD_DB_ERROR', 'ER_DBACCESS_DENIED_ERROR', 'ER_CON_COUNT_ERROR', 'SQLITE_CANTOPEN', 'SQLITE_READONLY', 'SQLITE_BUSY', 'SQLITE_FULL', 'SQLITE_IOERR', 'SQLITE_NOTADB',
]); // prettier-ignore

const CONFLICT = new Set(['1213', '1205', 'ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT', '9007']);

/** The server itself rolled the transaction back, so nothing of it was kept. */
export const isConflict = (error: unknown): boolean => codesOf(error).some((code) => CONFLICT.has(code));

/** Another process is writing to the SQLite file. */
export const isBusy = (error: unknown): boolean => codesOf(error).some((code) => code.startsWith('SQLITE_BUSY'));

/** mysql2 gives no code where a command meets a connection that is already gone. */
const isClosed = (error: unknown): boolean => error instanceof Error && /closed state|connection is closed/i.test(error.message);

export const worthRetrying = (error: unknown): boolean =>
  !(error instanceof Error && error.name === 'CommitUnknown') &&
  (codesOf(error).some((code) => RETRY.has(code)) || isClosed(error));

/** A unique constraint refused the row. */
export const isDuplicate = (error: unknown): boolean => codesOf(error).some((code) => DUPLICATE.has(code));

/** The database cannot be reached or refuses us: nothing to do with what was asked. */
export const isUnreachable = (error: unknown): boolean =>
  isClosed(error) || codesOf(error).some((code) => UNREACHABLE.has(code) || RETRY.has(code));

/** One Chinese line that says what to do. */
export function databaseTrouble(error: unknown): string {
  const codes = codesOf(error);
  if (codes.some((code) => ['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ETIMEDOUT', 'EAI_AGAIN'].includes(code))) {
    return '连不上数据库：请检查 HUB_DATABASE_URL 里的主机和端口，并确认数据库已启动。';
  }
  if (codes.includes('ER_ACCESS_DENIED_ERROR')) return '数据库拒绝登录：请检查 HUB_DATABASE_URL 里的用户名和密码。';
  if (codes.includes('ER_BAD_DB_ERROR')) return '没有这个数据库：请先建库（字符集 utf8mb4），或改 HUB_DATABASE_URL 里的库名。';
  if (codes.includes('ER_DBACCESS_DENIED_ERROR')) return '该用户无权使用这个数据库：请授权，或改 HUB_DATABASE_URL。';
  if (codes.includes('SQLITE_CANTOPEN')) return '打不开数据库文件：请检查路径和读写权限。';
  if (codes.includes('SQLITE_NOTADB')) return '数据库文件不是 SQLite 格式：请检查路径，或从备份恢复。';
  if (codes.includes('SQLITE_READONLY')) return '数据库文件只读：请检查文件和目录的写权限。';
  if (codes.includes('SQLITE_FULL')) return '磁盘已满，没有保存：请清理磁盘后再试。';
  return `数据库出错：${error instanceof Error ? error.message.split('\n')[0] : String(error)}`;
}
