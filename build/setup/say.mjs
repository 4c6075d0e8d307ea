// What the set-up tells the person who waits: French, on stderr (stdout belongs to the command being run).

/** A set-up step that cannot go on. Its message is a sentence for the user: what is missing, what to do. */
export class SetupError extends Error {}

/** @param {string} sentence */
export function say(sentence) {
  process.stderr.write(`· ${sentence}\n`)
}

/**
 * Runs the whole script and turns an expected failure into one sentence and exit code 1.
 * @param {() => Promise<number>} main returns the exit code
 */
export async function runScript(main) {
  try {
    process.exitCode = await main()
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    process.stderr.write(`\n${error.message}\n`)
    process.exitCode = 1
  }
}
