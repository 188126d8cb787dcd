import type { ChildProcess } from 'node:child_process';
export function programs(): { server: string; install: string } | null;
export function sharedServer(folder: string, pid: number): Promise<string>;
export function ownServer(folder: string): Promise<{ keeper: ChildProcess; url: string }>;
