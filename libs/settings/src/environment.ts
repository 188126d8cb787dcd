import type { FaultList } from './faults';
import { ROLES, type HubRole } from './settings';
import { isTree, type Tree } from './tree';

export const ENVIRONMENT = '环境变量';
export const SECRET_SIGNS = 32;

/** Which key of hub.yaml a variable stands for. */
const OVERRIDES: Readonly<Record<string, string>> = {
  HUB_DATABASE_URL: 'database',
  HUB_DATA_DIR: 'dataDir',
  HUB_PORT: 'server.port',
  HUB_PUBLIC_URL: 'server.publicUrl',
};

/** hub.yaml with the environment over it, and how a key is called in a fault: by its variable where that gave the value. */
export function overridden(hub: Tree, env: NodeJS.ProcessEnv): { hub: Tree; nameOf: (key: string) => string | null } {
  const given = Object.entries(OVERRIDES).filter(([name]) => env[name]);
  const result: Tree = { ...hub };
  for (const [name, path] of given) {
    const [section, key] = path.split('.') as [string, string?];
    if (!key) result[section] = env[name];
    else result[section] = { ...(isTree(result[section]) ? result[section] : {}), [key]: env[name] };
  }
  return { hub: result, nameOf: (key) => given.find(([, path]) => path === key)?.[0] ?? null };
}

export function rolesOf(env: NodeJS.ProcessEnv, faults: FaultList): HubRole[] {
  if (!env.HUB_ROLES) return [...ROLES];
  const named = env.HUB_ROLES.split(/[\s,，]+/).filter(Boolean);
  if (!named.length || named.some((role) => !(ROLES as readonly string[]).includes(role))) {
    faults.add(ENVIRONMENT, 'HUB_ROLES', `“${env.HUB_ROLES}”不是 ${ROLES.join('、')} 中的一个或几个（用逗号隔开）。`);
  }
  return ROLES.filter((role) => named.includes(role));
}

/** Whole seconds; 25 where nobody says. */
export function leaseSecondsOf(env: NodeJS.ProcessEnv, faults: FaultList): number {
  const given = env.HUB_LEASE_SECONDS;
  if (!given) return 25;
  const seconds = Number(given);
  if (!/^\d+$/.test(given) || seconds < 2 || seconds > 600)
    faults.add(ENVIRONMENT, 'HUB_LEASE_SECONDS', `“${given}”不是 2 到 600 之间的整数（秒）。`);
  return seconds;
}

export function checkSecret(env: NodeJS.ProcessEnv, faults: FaultList): void {
  if (env.HUB_SECRET_KEY_OLD && !env.HUB_SECRET_KEY)
    faults.add(ENVIRONMENT, 'HUB_SECRET_KEY_OLD', '只有旧密钥，没有新密钥：请同时设 HUB_SECRET_KEY。');
  if (env.HUB_SECRET_KEY && env.HUB_SECRET_KEY.length < SECRET_SIGNS) {
    faults.add(ENVIRONMENT, 'HUB_SECRET_KEY', `太短，至少要 ${SECRET_SIGNS} 个字符；不设就由系统自己生成一个。`);
  }
}
