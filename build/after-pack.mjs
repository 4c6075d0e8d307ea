// electron-builder's hook: what the runtime brought for development does not ship.
import { rmSync } from 'node:fs'
import { join } from 'node:path'

/** @param {import('electron-builder').AfterPackContext} context */
export default function afterPack({ appOutDir }) {
  for (const name of ['resources/default_app.asar', 'manifest.json']) rmSync(join(appOutDir, name), { force: true })
}
