import type { ApiForm } from '@hub/casework';
import { isPoint, isService, KINDS, OPEN311_ATTRIBUTES, SECRECIES, TOPIC_WORDS, type Submission } from '@hub/domain';
import { one, wrong, type Given } from './fields';

/** A posted service request as a form of the hub, and what GeoReport v2 adds. */
export interface PostedRequest {
  readonly form: ApiForm;
  readonly service: Pick<Submission, 'serviceCode' | 'latitude' | 'longitude'>;
  readonly accountId: string;
}

/** The answers to the attributes of the definition, by code; others are refused. */
function attributesOf(given: Given): Record<string, string> {
  const answers: Record<string, string> = {};
  for (const name of Object.keys(given)) {
    const code = /^attribute\[([^\]]*)\](?:\[\d*\])?$/.exec(name)?.[1];
    if (code === undefined) continue;
    const asked = OPEN311_ATTRIBUTES.find((attribute) => attribute.code === code);
    if (!asked)
      throw wrong(
        `没有 attribute[${code}] 这一项。`,
        `可填：${OPEN311_ATTRIBUTES.map((attribute) => attribute.code).join('、')}。`,
      );
    const value = one(given, name, 200);
    if (value && asked.values.length && !asked.values.some(({ key }) => key === value))
      throw wrong(`attribute[${code}] 不能是“${value}”。`, `可填：${asked.values.map(({ key }) => key).join('、')}。`);
    answers[code] = value;
  }
  return answers;
}

/** Where it is: an address, a number of one, or a point. */
function placeOf(given: Given): { place: string; latitude: string | null; longitude: string | null } {
  const [latitude, longitude] = [one(given, 'lat', 24), one(given, 'long', 24)];
  if ((latitude || longitude) && !isPoint(latitude, longitude))
    throw wrong('经纬度不对。', '请同时写 lat 和 long，WGS 84 十进制度数，如 lat=31.25&long=121.4。');
  const id = one(given, 'address_id', 100);
  const place =
    one(given, 'address_string', 190) || (id && `地址编号 ${id}`) || (latitude && `北纬 ${latitude}，东经 ${longitude}`);
  if (!place) throw wrong('没有写地点。', '请写 address_string，或 lat 和 long，或 address_id。');
  return { place, latitude: latitude || null, longitude: longitude || null };
}

export function postedRequest(given: Given): PostedRequest {
  const serviceCode = one(given, 'service_code', 20);
  if (!serviceCode) throw wrong('没有写 service_code。', '可用的见 services。');
  if (!isService(serviceCode)) throw wrong(`没有“${serviceCode}”这种服务。`, '可用的见 services。');
  const { place, latitude, longitude } = placeOf(given);
  const { kind, secrecy, happened } = attributesOf(given);
  const mediaUrl = one(given, 'media_url');
  const remarks = [
    ...(happened ? [`发生时间：${happened}`] : []),
    // Nobody fetches it: who clicks on it decides for himself.
    ...(mediaUrl ? [`附图网址（没有下载）：${mediaUrl}`] : []),
    ...(latitude ? [`经纬度：${latitude}, ${longitude}`] : []),
  ];
  const form: ApiForm = {
    subject: '',
    text: one(given, 'description', 4000) || `${TOPIC_WORDS[serviceCode]}：${place}`,
    kind: KINDS.find((one) => one === kind) ?? null,
    secrecy: SECRECIES.find((one) => one === secrecy) ?? null,
    name: `${one(given, 'last_name', 30)}${one(given, 'first_name', 30)}`,
    phone: one(given, 'phone', 40),
    email: one(given, 'email', 190),
    address: '',
    place,
    street: null,
    outsideNumber: null,
    receivedAt: null,
    remarks,
  };
  return { form, service: { serviceCode, latitude, longitude }, accountId: one(given, 'account_id', 100) };
}
