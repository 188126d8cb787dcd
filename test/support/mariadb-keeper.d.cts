export function programs(): { server: string; install: string } | null;
export function sharedServer(folder: string, pid: number): Promise<string>;
