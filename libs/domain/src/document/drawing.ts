import type { Role, Staff } from '../appeal/person';
import type { AppealStatus } from '../appeal/status';
import type { Kind } from '../appeal/kind';
import type { Track } from '../appeal/track';
import { Fault } from '../errors';
import { ROLE_WORDS, STATUS_WORDS } from '../words/words';
import { DOCUMENT_KINDS, type Document, type DocumentKind } from './document';
import { DOCUMENT_RULES, isPassedOn, trackAllows, type Sources } from './rules';
import { DOCUMENT_WORDS } from './words';

interface Standing {
  readonly unitId: string | null;
  readonly status: AppealStatus;
  readonly kind: Kind;
  readonly track: Track | null;
  readonly departmentId: string | null;
}
type Paper = Pick<Document, 'kind' | 'state' | 'number'>;

/** What the papers there are stand beside: those already drawn up, and the numbers that papers may be drawn up for. */
export interface Filed {
  readonly papers: readonly Paper[];
  readonly sources: Sources;
}

const openOnes = (papers: readonly Paper[], kind: DocumentKind): readonly Paper[] =>
  papers.filter((one) => one.kind === kind && one.state !== 'void');

/** The latest transfer or order of which there is no paper in force and no draft; null where the kind needs none. */
export function openSource(kind: DocumentKind, { papers, sources }: Filed): string | null | undefined {
  const { numberedBy } = DOCUMENT_RULES[kind];
  if (!numberedBy) return null;
  const taken = openOnes(papers, kind).map(({ number }) => number);
  return sources[numberedBy].filter((number) => !taken.includes(number)).at(-1);
}

/** The kinds that this person may draw up on this appeal now. */
export const drawable = (appeal: Standing, staff: Staff, filed: Filed): DocumentKind[] =>
  DOCUMENT_KINDS.filter((kind) => {
    try {
      refuseDrawing(kind, appeal, staff, filed);
      return true;
    } catch {
      return false;
    }
  });

const named = (roles: readonly Role[]) => roles.map((role) => ROLE_WORDS[role]).join('、');
const states = (statuses: readonly AppealStatus[]) => statuses.map((status) => STATUS_WORDS[status]).join('、');

/** Refuses to draw up what must not be now, and says what would work; `filed` is null for a paper that there is already. */
export function refuseDrawing(kind: DocumentKind, appeal: Standing, staff: Staff, filed: Filed | null): void {
  const rule = DOCUMENT_RULES[kind];
  const name = DOCUMENT_WORDS[kind];
  if (!rule.drawnBy.includes(staff.role) || !ownUnit(appeal, staff))
    throw new Fault('forbidden', 'forbidden', `您的角色不能拟${name}。`, `可由${named(rule.drawnBy)}拟。`);
  if (!rule.drawnIn.includes(appeal.status))
    throw new Fault(
      'refused',
      'document-not-now',
      `现在是“${STATUS_WORDS[appeal.status]}”，不能拟${name}。`,
      `${name}在这些状态下拟：${states(rule.drawnIn)}。`,
    );
  if (!trackAllows(kind, appeal) && isPassedOn(appeal))
    throw new Fault(
      'refused',
      'document-passed-on',
      `这件由外单位办理并答复，我局不出${name}。`,
      '请用答复函，把外单位的答复写给反映人。',
    );
  if (!trackAllows(kind, appeal))
    throw new Fault(
      'refused',
      'document-track',
      `这件的法定途径不用${name}。`,
      kind === 'opinion' ? '处理意见书只用于信访类；业务类请用答复函，或先改归类。' : '信访类请用处理意见书，或先改归类。',
    );
  if (filed) refuseAgain(kind, filed);
}

function refuseAgain(kind: DocumentKind, filed: Filed): void {
  const name = DOCUMENT_WORDS[kind];
  const { once, numberedBy } = DOCUMENT_RULES[kind];
  if (kind === 'extension-notice' && !filed.sources.extended)
    throw new Fault('refused', 'document-no-source', '还没有批准的延期，不能拟延期告知书。', '请先申请延期，由局领导批准。');
  if (numberedBy && !filed.sources[numberedBy].length)
    throw new Fault(
      'refused',
      'document-no-source',
      numberedBy === 'transfer' ? '这件还没有转交，不能拟转交函。' : '这件没有督办，不能拟督办单。',
      numberedBy === 'transfer' ? '请先办“转交”。' : '请先发督办单，再出纸面的。',
    );
  if (openSource(kind, filed) === undefined || (once && openOnes(filed.papers, kind).length))
    throw new Fault('refused', 'document-exists', `这件已有${name}。`, '草稿请直接改；已签发的请出新版，或先作废。');
}

/** Refuses to issue what must not go yet; `lacking` are the columns that stand empty. */
export function refuseIssuing(
  kind: DocumentKind,
  appeal: Standing,
  staff: Staff,
  { lacking, approved }: { readonly lacking: readonly string[]; readonly approved: boolean },
): void {
  const rule = DOCUMENT_RULES[kind];
  const name = DOCUMENT_WORDS[kind];
  if (!rule.issuedBy.includes(staff.role) || !ownUnit(appeal, staff))
    throw new Fault('forbidden', 'forbidden', `您的角色不能签发${name}。`, `可由${named(rule.issuedBy)}签发。`);
  if (!rule.issuedIn.includes(appeal.status))
    throw new Fault(
      'refused',
      'document-not-now',
      `现在是“${STATUS_WORDS[appeal.status]}”，不能签发${name}。`,
      `${name}在这些状态下签发：${states(rule.issuedIn)}。`,
    );
  if (rule.approved && !approved)
    throw new Fault(
      'refused',
      'milestone-missing',
      `${name}还没有通过审核的答复稿。`,
      '请先送审，由科室负责人或局领导审核通过。',
    );
  if (lacking.length)
    throw new Fault('refused', 'document-incomplete', `${name}还空着：${lacking.join('、')}。`, '请填好这些栏目再签发。');
}

/** Papers stay in the file for ever; one that was issued by mistake is taken out of force with a reason. */
export function refuseVoiding(paper: Pick<Paper, 'kind' | 'state'>, appeal: Standing, staff: Staff): void {
  const name = DOCUMENT_WORDS[paper.kind];
  if (appeal.status === 'archived') throw new Fault('refused', 'archived', '已归档的来件只能看，不能改。', '文书随案卷保存。');
  if (paper.state === 'void') throw new Fault('refused', 'document-void', `这份${name}已经作废。`);
  const rule = DOCUMENT_RULES[paper.kind];
  const roles = paper.state === 'draft' ? rule.drawnBy : rule.issuedBy;
  if (!roles.includes(staff.role) || !ownUnit(appeal, staff))
    throw new Fault('forbidden', 'forbidden', `您的角色不能作废这份${name}。`, `可由${named(roles)}作废。`);
}

/** What this person may do to a paper now; the server still says what an issue lacks. */
export function paperActs(
  paper: Paper & Pick<Document, 'id'>,
  appeal: Standing,
  staff: Staff,
  papers: readonly (Paper & Pick<Document, 'supersedes'>)[],
): { edit: boolean; issue: boolean; void: boolean; renew: boolean } {
  const may = (work: () => void): boolean => {
    try {
      work();
      return true;
    } catch {
      return false;
    }
  };
  const drawn = may(() => refuseDrawing(paper.kind, appeal, staff, null));
  const draft = paper.state === 'draft';
  const renewed = papers.some((one) => one.supersedes === paper.id && one.state === 'draft');
  return {
    edit: draft && drawn,
    issue: draft && may(() => refuseIssuing(paper.kind, appeal, staff, { lacking: [], approved: true })),
    void: may(() => refuseVoiding(paper, appeal, staff)),
    renew: paper.state === 'issued' && drawn && !renewed,
  };
}

/** A unit that only helps draws up no papers; whoever stands above the units belongs to all. */
const ownUnit = ({ unitId }: Standing, { role, unitId: own }: Staff): boolean =>
  (role !== 'section-head' && role !== 'handler') || unitId === own;
