import { NO_MAIL_RULES, type Department, type Office } from '@hub/domain';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { workCalendar } from './calendar';
import { readChannels } from './channels';
import { check } from './check';
import {
  checkCalendar,
  checkDeadlines,
  checkDiscreet,
  checkMail,
  checkRevisit,
  checkRisk,
  checkRules,
  checkTemplates,
  exists,
  unique,
} from './cross-checks';
import { checkDocumentWords, readDocuments } from './documents';
import { checkSecret, ENVIRONMENT, leaseSecondsOf, overridden, rolesOf } from './environment';
import { FaultList, SettingsFaults } from './faults';
import { readLetters } from './letters';
import { mailDoor } from './mail-door';
import { shownPath } from './read-text';
import { readYaml } from './read-yaml';
import { oldSecretKey, secretKey } from './secret-key';
import { siteReplies } from './site-replies';
import type { Settings } from './settings';
import { TemplatesShape } from './shapes/templates.shape';
import { ApprovalShape } from './shapes/approval.shape';
import { DocumentsShape } from './shapes/documents.shape';
import { HubShape } from './shapes/hub.shape';
import { CalendarShape, DeadlinesShape, RoutingShape, UnitsShape } from './shapes/office.shapes';
import { MailRulesShape } from './shapes/mail-rules.shape';
import { RevisitShape, RiskShape, SupervisionShape } from './shapes/supervision.shapes';
import type { Tree } from './tree';

export interface SettingsPlace {
  readonly configDir: string;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * Reads config/*.yaml, config/letters, config/documents and the environment. Throws SettingsFaults with everything that is wrong; makes the
 * secret key's file where there is none and nothing is wrong.
 */
export function loadSettings({ configDir, env }: SettingsPlace): Settings {
  const faults = new FaultList();
  const pathOf = (name: string) => join(configDir, name);
  const tellFor = (path: string) => (key: string, message: string) => faults.add(shownPath(path), key, message);
  const read = <T extends object>(name: string, shape: new () => T, more: (tree: Tree) => void): T | null => {
    const tree = readYaml(pathOf(name), env, faults);
    if (!tree) return null;
    const checked = check(shape, tree, shownPath(pathOf(name)), '', faults);
    more(tree);
    return checked;
  };

  const hub = readHub(pathOf('hub.yaml'), env, faults);
  const channelsPath = env.HUB_CHANNELS_FILE ? resolve(env.HUB_CHANNELS_FILE) : pathOf('channels.yaml');
  const channelsTree = readYaml(channelsPath, env, faults);
  const channels = channelsTree && readChannels(channelsTree, shownPath(channelsPath), faults);
  let unitsTree: Tree | null = null;
  const units = read('units.yaml', UnitsShape, (tree) => {
    unitsTree = tree;
    unique(tree.units, 'id', 'units', tellFor(pathOf('units.yaml')));
    exists(tree.disciplineUnit, tree.units, 'disciplineUnit', '本局科室', tellFor(pathOf('units.yaml')));
    unique(tree.departments, 'id', 'departments', tellFor(pathOf('units.yaml')));
  });
  const routing = read('routing.yaml', RoutingShape, (tree) => checkRules(tree, unitsTree, tellFor(pathOf('routing.yaml'))));
  const deadlines = read('deadlines.yaml', DeadlinesShape, (tree) => checkDeadlines(tree, tellFor(pathOf('deadlines.yaml'))));
  const calendar = read('calendar.yaml', CalendarShape, (tree) => checkCalendar(tree, tellFor(pathOf('calendar.yaml'))));
  const supervision = read('supervision.yaml', SupervisionShape, () => undefined);
  const revisit = read('revisit.yaml', RevisitShape, (tree) => checkRevisit(tree, tellFor(pathOf('revisit.yaml'))));
  const risk = read('risk.yaml', RiskShape, (tree) => checkRisk(tree, tellFor(pathOf('risk.yaml'))));
  const templates = read('templates.yaml', TemplatesShape, (tree) => checkTemplates(tree, tellFor(pathOf('templates.yaml'))));
  const rulesPath = pathOf('mail-rules.yaml');
  // An office without rules takes every letter.
  const mailRules = existsSync(rulesPath)
    ? read('mail-rules.yaml', MailRulesShape, (tree) => unique(tree.rules, 'name', 'rules', tellFor(rulesPath)))
    : NO_MAIL_RULES;
  const approval = read('approval.yaml', ApprovalShape, () => undefined);
  const letters = readLetters(configDir, faults);
  if (hub) checkDiscreet(letters.discreet, hub, tellFor(pathOf('letters/discreet.txt')));
  const documents = read('documents.yaml', DocumentsShape, (tree) => checkDocumentWords(tree, tellFor(pathOf('documents.yaml'))));
  const documentTemplates = readDocuments(configDir, faults);
  const roles = rolesOf(env, faults);
  const leaseSeconds = leaseSecondsOf(env, faults);
  checkSecret(env, faults);
  const complete = supervision && revisit && risk && approval && templates && mailRules;
  if (faults.all.length || !hub || !channels || !units || !routing || !deadlines || !calendar || !documents || !complete) {
    throw new SettingsFaults(faults.all);
  }

  const dataDir = resolve(hub.dataDir ?? 'var');
  const publicUrl = hub.server.publicUrl.replace(/\/+$/, '');
  const { name: bureau, office: officeName, phone, hours, documentPrefix } = hub.bureau;
  const office: Office = {
    bureau, phone, hours, documentPrefix, publicUrl, replyTo: hub.mail.replyTo, mail: mailDoor(hub.mail, channels),
    bounceAddress: hub.mail.bounceAddress ?? hub.mail.replyTo,
    acknowledgements: hub.mail.acknowledgements ?? { perAddressPerHour: 3, perAddressPerDay: 10, perHour: 6000 },
    plusAddresses: hub.mail.plusAddresses ?? true,
    units: units.units,
    disciplineUnit: units.disciplineUnit ?? null,
    departments: units.departments.map((one): Department => ({ ...one, email: one.email ?? null })),
    streets: units.streets,
    rules: { ...deadlines, soonDays: deadlines.soonDays ?? deadlines.warning.soon },
    calendar: workCalendar(calendar),
    routing: routing.rules,
    documents,
    letters,
    supervision,
    revisit,
    risk,
    mailRules,
    desk: { draftDays: hub.desk?.draftDays ?? 7 },
    web: { ...WEB, ...hub.web, clamd: clamdOf(hub.clamd), addresses: units.addresses ?? [] },
    webhooks: { allowInward: [], keepDays: 30, ...hub.webhooks },
    siteReplies: siteReplies(channels),
    approval: approval.leader,
    templates: templates.templates,
  }; // prettier-ignore
  const { from, delivery, folder, smtp, pace } = hub.mail;
  return {
    port: hub.server.port,
    publicUrl,
    trustedProxies: hub.server.trustedProxies ?? [],
    databaseUrl: hub.database ?? `sqlite:${join(dataDir, 'hub.db')}`,
    configDir: resolve(configDir),
    dataDir,
    filesDir: join(dataDir, 'files'),
    roles,
    secretKey: secretKey(env.HUB_SECRET_KEY, dataDir),
    oldSecretKey: oldSecretKey(env, dataDir),
    office,
    documentTemplates,
    officeName,
    channels,
    mail: {
      from: { discreetName: DISCREET_NAME, ...from },
      delivery,
      folder: resolve(folder ?? join(dataDir, 'outgoing')),
      pace: paceOf(pace),
      smtp: smtpOf(smtp),
    },
    intake: hub.intake,
    sessionHours: hub.session.hours,
    leaseSeconds,
    auditHeadFile: hub.audit?.headFile ? resolve(hub.audit.headFile) : null,
  };
}

const CLAMD_PORT = 3310;

/** By its socket on this machine, else by its port. */
function clamdOf(clamd: HubShape['clamd']): Office['web']['clamd'] {
  if (!clamd) return null;
  return clamd.socket ? { socket: clamd.socket } : { host: clamd.host ?? '127.0.0.1', port: clamd.port ?? CLAMD_PORT };
}

const WEB = {
  draftMinutes: 60,
  maxFiles: 8,
  maxFileMegabytes: 10,
  perNetworkPerHour: 30,
  allPerMinute: 60,
  question: 'auto',
  leastSeconds: 3,
} as const;
const PER_MINUTE = 60;
const DISCREET_NAME = '消息通知';

/** A token file is named from where the hub was started. */
const smtpOf = (smtp: HubShape['mail']['smtp']): Settings['mail']['smtp'] =>
  smtp?.tokenFile ? { ...smtp, tokenFile: resolve(smtp.tokenFile) } : smtp;

const paceOf = (pace: HubShape['mail']['pace']): Settings['mail']['pace'] => ({
  perMinute: pace?.perMinute ?? PER_MINUTE,
  domains: (pace?.domains ?? []).map((one) => ({ ...one, domain: one.domain.toLowerCase() })),
});

function readHub(path: string, env: NodeJS.ProcessEnv, faults: FaultList): HubShape | null {
  const written = readYaml(path, env, faults);
  if (!written) return null;
  const { hub, nameOf } = overridden(written, env);
  const found = new FaultList();
  const checked = check(HubShape, hub, shownPath(path), '', found);
  checkMail(hub.mail, (key, message) => found.add(shownPath(path), key, message));
  for (const { file, key, message } of found.all) {
    const variable = nameOf(key);
    faults.add(variable ? ENVIRONMENT : file, variable ?? key, message);
  }
  return checked;
}
