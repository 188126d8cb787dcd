import { UPLOAD_TYPES } from '@hub/domain';

/** What a file dialog offers; what a file is, the server looks at. */
export const UPLOAD_ACCEPT = Object.values(UPLOAD_TYPES)
  .map((ending) => `.${ending}`)
  .concat('.jpeg')
  .join(',');
