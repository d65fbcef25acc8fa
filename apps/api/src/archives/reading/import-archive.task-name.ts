/** Name of the job that brings an archive into an empty workspace. */
export const IMPORT_ARCHIVE = 'import-archive';
