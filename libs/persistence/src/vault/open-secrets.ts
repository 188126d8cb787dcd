import { Fault } from '@hub/domain';
import type { Database } from '../database';
import { PersonEntity } from '../entities/person.entity';
import { VaultKeyEntity } from '../entities/vault-key.entity';
import { Secrets } from '../secrets';

/** The secrets of a database: with the token key that it keeps, and only if the key opens what was sealed last. */
export async function openSecrets(database: Database, secret: string, old: string | null): Promise<Secrets> {
  const secrets = new Secrets(secret, old);
  const { manager } = database.reader;
  const kept = await manager.findOneBy(VaultKeyEntity, { name: 'token' });
  const last = await manager.findOne(PersonEntity, { where: {}, order: { id: 'DESC' } });
  try {
    if (kept) secrets.useTokenKey(kept.sealed);
    if (last) secrets.unseal(last.sealed);
  } catch {
    throw new Fault(
      'invalid',
      'secret-key',
      '密钥打不开数据库里已存的身份信息。',
      '请核对 HUB_SECRET_KEY 或 secret.key；正在换密钥的，请同时给出 HUB_SECRET_KEY_OLD。',
    );
  }
  return secrets;
}
