import { resolve } from 'node:path';
import { check } from './check';
import { unique } from './cross-checks';
import type { FaultList } from './faults';
import type { ChannelSettings } from './settings';
import { ChannelsShape, shapeOf } from './shapes/channels.shape';
import { pathTo, treesIn, type Tree } from './tree';

type Written = { type: ChannelSettings['type']; path?: string; tls?: string; columns?: object };

/** Each channel, checked by the shape of its type. */
export function readChannels(tree: Tree, file: string, faults: FaultList): ChannelSettings[] {
  check(ChannelsShape, tree, file, '', faults);
  unique(tree.channels, 'name', 'channels', (key, message) => faults.add(file, key, message));
  return treesIn(tree.channels).map((channel, at) => {
    const path = pathTo('channels', tree.channels, String(at));
    const checked = check(shapeOf(channel.type), channel, file, path, faults);
    return complete(checked as unknown as Written);
  });
}

function complete(written: Written): ChannelSettings {
  const channel = {
    ...written,
    ...(typeof written.path === 'string' && { path: resolve(written.path) }),
    ...(written.type === 'mailbox' && { secure: written.tls === 'required' }),
    ...(written.type === 'hotline-folder' && { columns: { ...written.columns } }),
  };
  return channel as unknown as ChannelSettings;
}
