import type { Appeal } from '../appeal/appeal';
import { dayOf, withOffset, type Day, type Instant } from '../deadline/day';
import type { Party } from '../intake/inbound-message';
import type { Office } from '../office';
import { maskName } from '../privacy/mask';
import { DIMENSIONS, type RevisitMethod, type RevisitOutcome, type Scores } from '../revisit/revisit';
import type { RiskFactors, RiskLevel } from '../risk/risk';
import type { SupervisionGround } from '../supervision/grounds';
import { DIMENSION_WORDS, REVISIT_METHOD_WORDS, REVISIT_OUTCOME_WORDS } from '../words/revisit-words';
import { GROUND_WORDS } from '../words/supervision-words';
import { KIND_WORDS, TRACK_WORDS } from '../words/words';
import type { DocumentKind, DocumentValues } from './document';
import { DOCUMENT_FIELDS, RISK_LEVEL_NAMES } from './fields';
import { documentDate, documentNumber, OPEN_DATE, OPEN_NUMBER } from './number';
import { DOCUMENT_RULES, printsReview } from './rules';

/** What the hub knows of an appeal, as far as papers tell of it; nothing here names the citizen. */
export interface DocumentFacts {
  readonly appeal: Appeal;
  readonly unit: string;
  readonly clerk: string;
  readonly today: Day;
  readonly transfer: {
    readonly number: string;
    readonly department: string;
    readonly reason: string;
    readonly summary: string;
    readonly dueOn: Day;
    readonly objectBy: Day;
    readonly sentAt: Instant;
  } | null;
  /** The latest visit. */
  readonly site: {
    readonly at: Instant;
    readonly place: string;
    readonly officers: readonly string[];
    readonly findings: string;
    readonly photos: number;
  } | null;
  /** The latest time that the citizen was asked after the answer. */
  readonly revisit: {
    readonly at: Instant;
    readonly byName: string;
    readonly method: RevisitMethod;
    readonly outcome: RevisitOutcome;
    readonly words: string;
    readonly scores: Scores;
  } | null;
  /** The latest one that a leader approved. */
  readonly extension: { readonly reason: string; readonly oldDueOn: Day; readonly newDueOn: Day } | null;
  /** The latest assessment. */
  readonly risk: { readonly factors: RiskFactors; readonly level: RiskLevel; readonly measures: string } | null;
  /** The answer as it was written. */
  readonly draft: string;
  readonly refusal: { readonly ground: string; readonly rightPath: string } | null;
  /** The supervision order that a paper puts in writing. */
  readonly order: {
    readonly unit: string;
    readonly ground: SupervisionGround;
    readonly reason: string;
    readonly demand: string;
    readonly dueOn: Day;
    readonly issuedBy: string | null;
    readonly answer: string | null;
  } | null;
}

/** 2026年11月24日 9:05, in Shanghai. */
function documentMoment(at: Instant): string {
  const [, hour, minute] = /T(\d\d):(\d\d)/.exec(withOffset(at))!;
  return `${documentDate(dayOf(at))}${Number(hour)}时${minute}分`;
}

const PROCEDURES: Record<string, string> = {
  enforcement: '依照环境保护法律、法规规定的程序调查核实、依法处理，并将结果答复您',
  petition: '依照信访工作规定的程序调查核实，出具处理意见书并送达您',
};

const scoresOf = (scores: Scores): Record<string, string> =>
  Object.fromEntries(DIMENSIONS.map((one) => [DIMENSION_WORDS[one], scores[one] === null ? '不了解' : `${scores[one]} 分`]));

/** Only what there is: 涉及 12 人，同一事项 3 件，群体来访或来信。 */
function factorsOf({ people, repeats, group, daysLate, dissatisfied }: RiskFactors): string {
  const said = [
    people > 1 && `涉及 ${people} 人`,
    repeats > 1 && `同一事项 ${repeats} 件`,
    group && '群体来访或来信',
    daysLate > 0 && `超期 ${daysLate} 天`,
    dissatisfied > 0 && `${dissatisfied} 次表示不满意`,
  ].filter(Boolean);
  return said.length ? `${said.join('，')}。` : '';
}

/** What the hub proposes for the columns of a new document; the clerk words it before it is issued. */
export function proposedFields(kind: DocumentKind, facts: DocumentFacts, office: Office): Record<string, string> {
  const { appeal, transfer, site, revisit, refusal, order, risk, extension, unit } = facts;
  const by = appeal.track === 'petition' ? PROCEDURES.petition! : PROCEDURES.enforcement!;
  const known: Record<string, string> = {
    诉求: appeal.subject,
    办理程序: `我局将由${unit || '承办单位'}${by}。办理中会与您联系，请保持电话畅通。`,
    办理期限: documentDate(appeal.replyDueOn),
    依据: kind === 'non-acceptance-notice' ? (refusal?.ground ?? '') : '',
    正确途径: refusal?.rightPath ?? '',
    主送单位: transfer?.department ?? '',
    事由摘要: transfer?.summary ?? '',
    转交理由: transfer?.reason ?? '',
    答复期限: transfer ? documentDate(transfer.dueOn) : '',
    异议期限: transfer ? documentDate(transfer.objectBy) : '',
    附件: kind === 'transfer-letter' ? '转交事项办理回执' : '',
    去向单位: transfer?.department ?? '',
    去向说明: transfer?.reason ?? refusal?.rightPath ?? '',
    转交函号: transfer?.number ?? '',
    转交日期: transfer ? documentDate(dayOf(transfer.sentAt)) : '',
    延期理由: extension?.reason ?? '',
    原定期限: documentDate(extension?.oldDueOn ?? appeal.replyDueOn),
    延长期限: extension ? documentDate(extension.newDueOn) : '',
    调查时间: site ? documentMoment(site.at) : '',
    调查地点: site?.place ?? appeal.place,
    调查人员: site?.officers.join('、') ?? '',
    现场情况: site?.findings ?? '',
    照片说明: site?.photos ? `附现场照片 ${site.photos} 张` : '',
    调查情况: site ? `${documentDate(dayOf(site.at))}，我局工作人员到${site.place}现场调查。${site.findings}` : '',
    处理意见: facts.draft,
    答复内容: facts.draft,
    督办对象: order?.unit ?? unit,
    督办事由: order ? [GROUND_WORDS[order.ground], order.reason].filter(Boolean).join('：') : '',
    督办要求: order?.demand ?? '',
    反馈期限: order ? documentDate(order.dueOn) : '',
    签发人: order?.issuedBy ?? '',
    办理结果: order?.answer ?? '',
    回访时间: revisit ? documentMoment(revisit.at) : '',
    回访方式: revisit ? REVISIT_METHOD_WORDS[revisit.method] : '',
    回访人: revisit?.byName ?? facts.clerk,
    回访结论: revisit ? REVISIT_OUTCOME_WORDS[revisit.outcome] : '',
    反映人原话: revisit?.words ?? '',
    ...(revisit ? scoresOf(revisit.scores) : {}),
    风险因素: risk ? factorsOf(risk.factors) : '',
    风险等级: risk ? RISK_LEVEL_NAMES[risk.level] : '',
    化解措施: risk?.measures ?? '',
    责任单位: unit || office.bureau,
  };
  const short = (name: string, long: boolean | undefined) =>
    long ? known[name]! : known[name]!.replace(/\s+/g, ' ').slice(0, 200);
  return Object.fromEntries(DOCUMENT_FIELDS[kind].map(({ name, long }) => [name, name in known ? short(name, long) : '']));
}

/** What a paper carries when it is issued; a draft leaves both open. */
export interface Issue {
  readonly number: string;
  readonly on: Day;
}

/** Everything that the template of this kind may ask for. The citizen's name stands only where `party` is given. */
export function documentValues(
  kind: DocumentKind,
  facts: DocumentFacts,
  fields: Readonly<Record<string, string>>,
  office: Office,
  issue: Issue | null,
  addressee: string,
): DocumentValues {
  const { appeal, unit, clerk, today } = facts;
  const { bureau, documents, documentPrefix, phone, hours, publicUrl } = office;
  const date = issue ? documentDate(issue.on) : OPEN_DATE;
  return {
    ...fields,
    发文机关: bureau,
    文号: issue?.number ?? documentNumber(documentPrefix, documents.words[kind], today.slice(0, 4), OPEN_NUMBER),
    收件人: addressee,
    来件编号: appeal.number,
    来件日期: documentDate(dayOf(appeal.receivedAt)),
    来件方式: appeal.source,
    来件类型: KIND_WORDS[appeal.kind],
    来件标题: appeal.subject,
    法定途径: appeal.track ? TRACK_WORDS[appeal.track] : '',
    被反映地点: appeal.place,
    承办单位: unit,
    经办人: clerk,
    联系电话: phone,
    办公时间: hours,
    查询网址: `${publicUrl}/track`,
    成文日期: date,
    印发机关: documents.printedBy,
    印发日期: date,
    复查权利: printsReview(kind, appeal),
    复查机关: documents.reviewAuthority,
  };
}

/** How the paper addresses the citizen: masked, or by his name in the copy that is sent to him. */
export function addresseeOf(kind: DocumentKind, appeal: Pick<Appeal, 'secrecy'>, party: Party, named: boolean): string {
  if (DOCUMENT_RULES[kind].to !== 'citizen') return '';
  const name = party.name.trim();
  if (appeal.secrecy === 'anonymous' || !name) return '来件人';
  return named ? name : maskName(name);
}
