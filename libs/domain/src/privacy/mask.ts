/** 张三 → 张**, 欧阳娜娜 → 欧**: the first sign stays, and the stars do not tell how many follow. */
export const maskName = (name: string): string => {
  const [first] = name.trim();
  return first ? `${first}**` : '';
};

/** 13812341234 → 138****1234; short numbers keep their last two digits. */
export function maskPhone(phone: string): string {
  const plain = phone.replace(/[\s-]/g, '');
  if (plain.length >= 11) return `${plain.slice(0, 3)}****${plain.slice(-4)}`;
  return plain.length > 4 ? `****${plain.slice(-2)}` : '****';
}

/** zhang.san@example.org → z***@example.org */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? '***' : `${email[0]}***${email.slice(at)}`;
}

export const maskAddress = (address: string): string =>
  address.trim() ? `${[...address.trim()].slice(0, 4).join('')}******` : '';

/** 310107199001011234 → 310**************: only the province and city. */
export const maskIdNumber = (id: string): string => (id.trim() ? `${id.trim().slice(0, 3)}**************` : '');
