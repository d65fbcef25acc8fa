/** A failure that a person can act on: its message is one clear sentence with what to do, shown without a stack. */
export class Problem extends Error {
  constructor(message, { details = '' } = {}) {
    super(message);
    this.name = 'Problem';
    this.details = details;
  }
}

/** Runs a command's main function; a problem ends it with exit code 1 and its sentence, anything else with its stack. */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    const known = error?.name === 'Problem' || error?.name === 'WrongEnvironment';
    if (error?.details) console.error(error.details.trimEnd());
    console.error(known ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
