import type { ReactNode } from 'react';
import { useMay } from '../lib/session';
import { useStream } from '../lib/live';
import { Rail } from './Rail';
import { ShortcutSheet } from './ShortcutSheet';
import { TopBar } from './TopBar';

export function Shell({ children }: { children: ReactNode }) {
  const may = useMay();
  useStream(may('queue.read'));
  return (
    <div className="shell">
      <Rail />
      <div className="main">
        <TopBar />
        <main className="place">{children}</main>
      </div>
      <ShortcutSheet />
    </div>
  );
}
