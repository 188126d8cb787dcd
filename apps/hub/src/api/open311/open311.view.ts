import {
  CITIZEN_STATUS_WORDS,
  clip,
  departmentName,
  endOfDay,
  open311Status,
  startOf,
  TOPIC_WORDS,
  unitName,
  withOffset,
  type Office,
} from '@hub/domain';
import type { OwnRequest, PublicationEntity } from '@hub/persistence';

const DESCRIPTION = 4000;

/** A service request as GeoReport v2 shows one; of what is guarded nothing but how it stands. */
export function requestView({ appeal, submission, text }: OwnRequest, office: Office) {
  const service = submission.serviceCode ?? appeal.topic ?? 'other';
  const open = appeal.guard === '';
  const held = departmentName(office, appeal.departmentId) ?? unitName(office, appeal.unitId);
  const number = (degrees: string | null) => (open && degrees !== null ? Number(degrees) : null);
  return {
    service_request_id: appeal.number,
    status: open311Status(appeal.status),
    status_notes: CITIZEN_STATUS_WORDS[appeal.status],
    service_name: TOPIC_WORDS[service],
    service_code: service,
    description: open ? clip(text, DESCRIPTION) : null,
    agency_responsible: (open && held) || office.bureau,
    service_notice: null,
    requested_datetime: withOffset(appeal.receivedAt),
    updated_datetime: withOffset(appeal.changedAt),
    expected_datetime: endOfDay(appeal.replyDueOn),
    address: (open && [appeal.street, appeal.place].filter(Boolean).join('，')) || null,
    address_id: null,
    zipcode: null,
    lat: number(submission.latitude),
    long: number(submission.longitude),
    media_url: null,
  };
}

/** What is published has a number of its own, from which nobody comes to the appeal. */
const publicId = (serial: number): string => `P${serial}`;
export function publicSerial(id: string): number | null {
  const [, digits] = /^P([1-9]\d{0,8})$/i.exec(id) ?? [];
  return digits ? Number(digits) : null;
}

/** A publication as a service request: its own words, the street instead of an address. */
export function publicRequestView(row: PublicationEntity, office: Office) {
  const service = row.topic ?? 'other';
  return {
    service_request_id: publicId(row.serial!),
    status: 'closed' as const,
    status_notes: clip(row.measures, DESCRIPTION),
    service_name: TOPIC_WORDS[service],
    service_code: service,
    description: clip([row.title, row.facts].filter(Boolean).join('\n'), DESCRIPTION),
    agency_responsible: office.bureau,
    service_notice: `${office.publicUrl}/published/${row.serial}`,
    requested_datetime: withOffset(startOf(row.receivedOn)),
    updated_datetime: withOffset(row.publishedAt!),
    expected_datetime: null,
    address: row.street,
    address_id: null,
    zipcode: null,
    lat: null,
    long: null,
    media_url: null,
  };
}
