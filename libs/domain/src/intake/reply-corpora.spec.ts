import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { splitReply } from './reply-text';

const ROOT = process.env['YXT_REAL_DATA'] ?? '../shared/data';
const ALL = Infinity;

/**
 * How many of a file's first lines are the reply, as the two projects' own tests have it (github/email_reply_parser,
 * crisp-oss/email-reply-parser); where these say only what the reply contains, as reading it gives.
 */
const GITHUB: Record<string, number> = {
  correct_sig: 1, email_1_1: 5, email_1_2: 34, email_1_3: 3, email_1_4: 1, email_1_5: ALL, email_1_6: 3, email_1_7: 1,
  email_1_8: 19, email_2_1: 1, email_2_2: 1, email_2_3: 1, email_BlackBerry: 1, email_bullets: 9, email_iPhone: 1,
  email_long_quote: 8, email_multi_word_sent_from_my_mobile_device: 1, email_one_is_not_on: 5,
  email_sent_from_my_not_signature: ALL, email_sig_delimiter_in_middle_of_line: ALL, greedy_on: 6, pathological: 2,
}; // prettier-ignore
/** The two files that hold only placeholders for a header have no expectation. */
const CRISP: Record<string, number> = {
  correct_sig: 1, email_1: 7, email_10: 5, email_11: 5, email_12: 5, email_13: 5, email_14: 5, email_15: 5, email_16: 5,
  email_17: 5, email_18: 5, email_19: 3, email_2: 34, email_20: 1, email_21: ALL, email_22: 5, email_23: 5, email_24: 5,
  email_25: 5, email_26: 5, email_2_1: 1, email_3: 5, email_4: 1, email_5: ALL, email_6: 3, email_7: 5, email_8: 5, email_9: 5,
  email_blackberry: 1, email_bullets: 9, email_custom_quote_header: 1, email_customer_quote_header_2: 1,
  email_customer_quote_header_3: 3, email_danish_dash_separator: 5, email_emoji: ALL, email_en_multiline_2: 5,
  email_finnish: 5, email_fr_multiline: 5, email_french_2: 5, email_french_dash_separator: 5, email_german: 5,
  email_german_2: 5, email_german_3: 5, email_german_outlook: 5, email_gmail_split_line_from: 5, email_ios_outlook: 5,
  email_ios_outlook_fr: 5, email_iphone: 1, email_italian: 5, email_msn: 5, email_multi_word_sent_from_my_mobile_device: 1,
  email_norwegian_gmail: 5, email_not_a_signature: ALL, email_not_a_signature_2: ALL, email_one_is_not_on: 5,
  email_original_message: 5, email_original_message_2: 5, email_outlook_split_line_from: 5, email_portuguese: 5,
  email_reply_header: 11, email_russian: 5, email_sent_from: 1, email_sent_from_my_not_signature: ALL, email_thread: 1,
  email_tricky_10_special_chars_in_name: 5, email_tricky_11_double_signature: 1, email_tricky_12_no_space_after_header: 5,
  email_tricky_13_timestamp_variations: ALL, email_tricky_14_long_quote_header: 5,
  email_tricky_15_original_message_variations: 5, email_tricky_16_unicode_signatures: 4, email_tricky_17_forward_header: 1,
  email_tricky_18_inline_reply: ALL, email_tricky_19_quote_without_header: ALL, email_tricky_1_on_false_positive: ALL,
  email_tricky_20_html_entities: 3, email_tricky_2_url_with_wrote: 5, email_tricky_3_code_block: ALL,
  email_tricky_4_from_in_body: ALL, email_tricky_5_mixed_languages: 5, email_tricky_6_regards_in_sentence: ALL,
  email_tricky_7_multiple_dashes: ALL, email_tricky_8_sent_from_in_content: ALL, email_tricky_9_nested_quotes: 1,
  email_unquoted_reply: 1, email_with_regards: 5, email_zoho: 2, sig_no_empty_line: 1,
}; // prettier-ignore

const lean = (text: string) => text.replace(/\s+/g, ' ').trim();
const missing = (path: string) => (existsSync(path) ? '' : `：跳过，没有 ${path}（YXT_REAL_DATA）`);
const test = (path: string) => (existsSync(path) ? it : it.skip);

function wrongOf(folder: string, expected: Record<string, number>): string[] {
  return readdirSync(folder)
    .map((file) => file.replace(/\.txt$/, ''))
    .filter((name) => name in expected)
    .filter((name) => {
      const text = readFileSync(join(folder, `${name}.txt`), 'utf8').replace(/\r\n/g, '\n');
      return lean(splitReply(text).own) !== lean(text.split('\n').slice(0, expected[name]).join('\n'));
    });
}

describe('replies of real mail programs (YXT_REAL_DATA)', () => {
  const github = join(ROOT, 'mail/github-email_reply_parser/test/emails');
  test(github)(`are told from what they quote in all of one English collection${missing(github)}`, () => {
    expect(wrongOf(github, GITHUB)).toEqual([]);
  });

  const crisp = join(ROOT, 'mail/crisp-email-reply-parser/test/fixtures');
  test(crisp)(`and in all but four of another, which are known${missing(crisp)}`, () => {
    // Two sign "-Name", which the first collection calls a signature; two go on after "Sent from", which may be the writer.
    expect(wrongOf(crisp, CRISP).sort()).toEqual(['email_1', 'email_15', 'email_3', 'email_german_3']);
  });

  const chinese = join(ROOT, 'zh/zh_quoted_reply.json');
  test(chinese)(`and in all the Chinese ones${missing(chinese)}`, () => {
    const { items } = JSON.parse(readFileSync(chinese, 'utf8')) as { items: { body: string; expected_reply: string }[] };
    const own = items.map(({ body }) => lean(splitReply(body).own));
    expect(own).toEqual(items.map(({ expected_reply }) => lean(expected_reply)));
  });
});
