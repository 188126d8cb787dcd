/** What a browser asks for: an address with the fields of a form, where one is sent, and the cookies that it keeps. */
export type Asked = readonly [path: string, fields?: Readonly<Record<string, string>>, cookies?: string];
