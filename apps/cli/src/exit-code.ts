/** 0 done, 1 done with rejected rows, 2 bad usage, 3 could not run. */
export type ExitCode = 0 | 1 | 2 | 3;
