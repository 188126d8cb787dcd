import {
  actWord,
  CLOCK_WORDS,
  dayOf,
  departmentName,
  KIND_WORDS,
  longDate,
  maskAddress,
  maskEmail,
  maskName,
  maskPhone,
  MILESTONE_WORDS,
  milestones,
  readAppealNumber,
  identityMask,
  SECRECY_WORDS,
  splitReply,
  STATUS_WORDS,
  unitName,
  withOffset,
} from '@hub/domain';
import { AppealQuery } from '@hub/persistence';
import { withHub } from '../hub-context';
import type { ExitCode } from '../exit-code';
import { options, UsageError } from '../usage';

export async function appeal(argv: readonly string[]): Promise<ExitCode> {
  const usage = 'yxt appeal show 编号 [--json]';
  const { values, positionals } = options(argv, { json: { type: 'boolean' } } as const, usage);
  const [act, typed] = positionals;
  const number = readAppealNumber(typed ?? '');
  if (act !== 'show' || !number) throw new UsageError('没有写编号，或编号不对。', `用法：${usage}，编号如 YXT-20261124-0007。`);
  return withHub<ExitCode>(async ({ app, settings: { office } }) => {
    const appeals = app.get(AppealQuery);
    const file = await appeals.whole(await appeals.byNumber(number));
    const { appeal: one, party } = file;
    // A terminal has no eyes of its own: what is guarded is shown as to whoever may not know the writer.
    const hide = one.guard ? identityMask(party) : (text: string) => text;
    const lamps = milestones(one, dayOf(new Date()), office.rules.soonDays);
    const person = {
      name: maskName(party.name),
      phone: party.phone && maskPhone(party.phone),
      email: party.email && maskEmail(party.email),
      address: maskAddress(party.address),
    };
    const unit = unitName(office, one.unitId) ?? departmentName(office, one.departmentId);
    if (values.json) {
      const { subject, status, kind, channel, source, secrecy, street, place, receivedAt } = one;
      const messages = file.messages.map(({ direction, author, at, text, mediaType }) => ({
        direction,
        author,
        at: withOffset(at),
        text: hide(text),
        own: hide(mediaType === 'message/rfc822' ? splitReply(text).own : text),
      }));
      const history = file.history.map(({ at, byName, act: done, way, toStatus, note }) => ({
        at: withOffset(at),
        by: byName,
        act: done,
        way,
        to: toStatus,
        note: hide(note),
      }));
      process.stdout.write(
        `${JSON.stringify({ number, subject, status, kind, channel, source, secrecy, street, place, unit, receivedAt: withOffset(receivedAt), person, milestones: lamps, messages, history }, null, 1)}\n`,
      );
      return 0;
    }
    const lines = [
      `${number}  ${one.subject}`,
      `${KIND_WORDS[one.kind]}  ${STATUS_WORDS[one.status]}  ${one.source}  ${SECRECY_WORDS[one.secrecy]}  ${unit ?? '未派'}`,
      `收到：${longDate(dayOf(one.receivedAt))}  地点：${[one.street, one.place].filter(Boolean).join('，') || '—'}`,
      `反映人：${Object.values(person).filter(Boolean).join('，') || '没有留下'}`,
      ...lamps.map(
        (lamp) =>
          `${MILESTONE_WORDS[lamp.name]}：${longDate(lamp.dueOn)}以前，${CLOCK_WORDS[lamp.state]}${lamp.waiver ? `（${lamp.waiver}）` : ''}`,
      ),
      ...(one.suggestionReason && one.step === 'acceptance'
        ? [
            `建议：${unitName(office, one.suggestedUnitId) ?? departmentName(office, one.suggestedDepartmentId) ?? ''}，${one.suggestionReason}`,
          ]
        : []),
      '',
      ...file.messages.flatMap(({ author, at, text }) => [`【${author}】${withOffset(at)}`, hide(text.trim()), '']),
      ...file.history.map(({ at, byName, act: done, way, note }) =>
        `${withOffset(at)}  ${byName}  ${actWord(done, way)}  ${hide(note)}`.trimEnd(),
      ),
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
    return 0;
  });
}
