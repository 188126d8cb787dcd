/**
 * A describe block that is skipped, with its reason in its title, where `missing` names something this machine lacks.
 * The runner repeats the titles of everything skipped at the end.
 */
export function describeUnless(missing: string | null, title: string, define: () => void): void {
  if (missing) describe.skip(`${title}：跳过，${missing}`, define);
  else describe(title, define);
}
