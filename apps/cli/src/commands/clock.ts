import { DeadlineWatch } from '@hub/casework';
import type { ExitCode } from '../exit-code';
import { withHub } from '../hub-context';
import { oneOf, options } from '../usage';

/** Looks once at what comes due, as the running hub does every hour. */
export async function clock(argv: readonly string[]): Promise<ExitCode> {
  const usage = 'yxt clock run';
  oneOf('clock', options(argv, {}, usage).positionals[0], ['run'], usage);
  return withHub<ExitCode>(async ({ app }) => {
    const { appeals, orders, notices, suggested, issued } = await app.get(DeadlineWatch).run();
    process.stdout.write(
      `临期和超期：来件 ${appeals} 件，督办单 ${orders} 份；提醒 ${notices} 条；建议督办 ${suggested} 件，发督办单 ${issued} 份。\n`,
    );
    return 0;
  });
}
