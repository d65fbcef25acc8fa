/** Name of the job that does whatever an import's status asks for next. */
export const IMPORT_STEP = 'import-step';
