// npm run lint: style, walls between the folders, dead code, types.
import { lintChecks, runChecks, typeChecks } from './checks.mjs'
import { runScript } from './setup/say.mjs'
import { setUpTools } from './setup/set-up.mjs'

await runScript(async () => {
  await setUpTools()
  return (await runChecks([...lintChecks, ...typeChecks])) ? 0 : 1
})
