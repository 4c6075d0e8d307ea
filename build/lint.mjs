// npm run lint: style, walls between the folders, dead code.
import { lintChecks, runChecks, typeChecks } from './checks.mjs'
import { runScript } from './setup/say.mjs'
import { setUpTools } from './setup/set-up.mjs'

await runScript(async () => {
  await setUpTools()
  return (await runChecks([...typeChecks, ...lintChecks])) ? 0 : 1
})
