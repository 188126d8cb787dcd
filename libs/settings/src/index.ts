export { SettingsFaults, type SettingsFault } from './faults';
export { unknownYears } from './calendar';
export { letterFile, type LetterFile } from './letters';
export { loadSettings, type SettingsPlace } from './load-settings';
export {
  ROLES,
  type ChannelSettings,
  type HotlineFolderSettings,
  type HubRole,
  type MailboxSettings,
  type MailFolderSettings,
  type MailSettings,
  type Settings,
  type SiteProfileSettings,
  type SiteSettings,
  type SmtpSettings,
} from './settings';
export { siteReplies } from './site-replies';
export { beginKeyFiles, endKeyFiles } from './secret-key';
