import type { ReactNode } from 'react';
import { Rail } from './Rail';
import { ShortcutSheet } from './ShortcutSheet';
import { TopBar } from './TopBar';

export function Shell({ children }: { children: ReactNode }) {
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
