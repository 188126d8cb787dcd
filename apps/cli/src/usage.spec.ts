import { oneOf, options, UsageError, whole } from './usage';

it('reads what is known and hands on the rest', () => {
  const { values, positionals } = options(['a.eml', '--limit', '3'], { limit: { type: 'string' } } as const, 'yxt x');
  expect(values.limit).toBe('3');
  expect(positionals).toEqual(['a.eml']);
});

it('names the option that it does not know, and how the command is written', () => {
  expect(() => options(['--foo'], {}, 'yxt queue [--json]')).toThrow(
    new UsageError('选项 --foo 写得不对。', '用法：yxt queue [--json]'),
  );
});

it('takes whole numbers from one on', () => {
  expect(whole(undefined, 50, '--limit')).toBe(50);
  expect(whole('7', 50, '--limit')).toBe(7);
  expect(() => whole('0', 50, '--limit')).toThrow(UsageError);
  expect(() => whole('七', 50, '--limit')).toThrow('--limit 要写正整数，写的是“七”。');
});

it('refuses an act that the command does not have', () => {
  expect(oneOf('outbox', 'list', ['list', 'retry'], 'yxt outbox list | retry')).toBe('list');
  expect(() => oneOf('outbox', 'burn', ['list', 'retry'], 'yxt outbox list | retry')).toThrow(
    '没有“outbox burn”。用法：yxt outbox list | retry',
  );
});
