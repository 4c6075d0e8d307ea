// npm start [-- words…]: sets everything up, then runs the app. Plain Node 20, nothing installed yet.
import { hasNoDisplay } from './launch/display.mjs'
import { launch } from './launch/launch.mjs'
import { runScript } from './setup/say.mjs'
import { setUp } from './setup/set-up.mjs'

await runScript(async () => {
  const runtime = await setUp(hasNoDisplay() ? ['window', 'display'] : ['window'])
  return launch(runtime, process.argv.slice(2))
})
