interface Entry {
  optionalDependencies?: Record<string, string>;
}
export function missing(packages: Record<string, Entry>): { at: string; name: string; version: string }[];
