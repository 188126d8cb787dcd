import { resolve } from 'node:path';
import { check } from './check';
import { unique } from './cross-checks';
import type { FaultList } from './faults';
import { checkMailbox } from './mailbox-checks';
import type { ChannelSettings } from './settings';
import { ChannelsShape, shapeOf } from './shapes/channels.shape';
import { checkSite } from './site-checks';
import { pathTo, treesIn, type Tree } from './tree';

type Written = { type: ChannelSettings['type']; tls?: string; certificate?: string; columns?: object } & Partial<
  Record<(typeof PATHS)[number], string>
>;
const PATHS = ['path', 'tokenFile', 'ca'] as const;

/** Each channel, checked by the shape of its type. */
export function readChannels(tree: Tree, file: string, faults: FaultList): ChannelSettings[] {
  check(ChannelsShape, tree, file, '', faults);
  unique(tree.channels, 'name', 'channels', (key, message) => faults.add(file, key, message));
  return treesIn(tree.channels).map((channel, at) => {
    const path = pathTo('channels', tree.channels, String(at));
    checkMailbox(channel, (key, message) => faults.add(file, key ? `${path}.${key}` : path, message));
    checkSite(channel, (key, message) => faults.add(file, `${path}.${key}`, message));
    const checked = check(shapeOf(channel.type), channel, file, path, faults);
    return complete(checked as unknown as Written);
  });
}

function complete(written: Written): ChannelSettings {
  const channel = {
    ...written,
    ...Object.fromEntries(PATHS.flatMap((key) => (typeof written[key] === 'string' ? [[key, resolve(written[key])]] : []))),
    ...(written.type === 'mailbox' && { secure: written.tls === 'required', certificate: written.certificate ?? 'verified' }),
    ...(written.type === 'hotline-folder' && { columns: { ...written.columns } }),
  };
  return channel as unknown as ChannelSettings;
}
